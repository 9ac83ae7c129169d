import { replacedBetween } from "../../platform/between-lines.js";
import { everyCheck } from "./checks.js";

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;

const lines = ["<!-- checks: generated -->", "<!-- checks: end -->"] as const;

/** The operators' page with a table of every check in it. */
export function withChecks(page: string): string {
  const rows = everyCheck.map(({ id, title }) => row(`\`${id}\``, title));
  const table = [row("Check", "Looks at"), row("---", "---"), ...rows].join("\n");
  return replacedBetween(page, lines, `\n\n${table}\n\n`);
}
