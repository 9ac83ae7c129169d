import { everyCheck } from "./checks.js";

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;

const [start, end] = ["<!-- checks: generated -->", "<!-- checks: end -->"];

/** The operators' page with a table of every check in it. */
export function withChecks(page: string): string {
  const [before, rest] = page.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) {
    throw new Error(`The page lacks the lines ${start} and ${end}`);
  }
  const rows = everyCheck.map(({ id, title }) => row(`\`${id}\``, title));
  const table = [row("Check", "Looks at"), row("---", "---"), ...rows].join("\n");
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
