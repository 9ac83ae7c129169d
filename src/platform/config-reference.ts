import { replacedBetween } from "./between-lines.js";
import { configSchema, type Environment, environments } from "./config-schema.js";
import { fileVariable } from "./secret-files.js";
import { type Variable, variablesOf } from "./variables.js";

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;

/** The default in words, from the defaults in each kind of hub. */
function defaultText(initial: (environment: Environment) => string | undefined): string {
  const texts = new Set(environments.map(initial));
  if (texts.size === 1) return [...texts][0] ?? "none";
  const on = environments.filter((environment) => initial(environment) === "on");
  return `on in ${on.join(" and ")}, else off`;
}

/** The description of a variable, with that of its file where it may be in one. */
const meaning = ({ name, description, isSecret }: Variable): string =>
  isSecret ? `${description} In a file: \`${fileVariable(name)}\`.` : description;

/** Every variable as a Markdown table, for the operators' reference. */
export function configReference(): string {
  const all = (environment: Environment) => variablesOf(configSchema(environment));
  const byEnvironment = new Map(environments.map((each) => [each, all(each)]));
  const rows = [...all("development")].map(([path, variable]) => {
    const { name, allowed } = variable;
    const initial = (each: Environment) => byEnvironment.get(each)?.get(path)?.initial;
    return row(`\`${name}\``, meaning(variable), allowed, defaultText(initial));
  });
  const head = [row("Variable", "Meaning", "Allowed", "Default"), row("---", "---", "---", "---")];
  return [...head, ...rows].join("\n");
}

/** The lines of the operators' page between which the table stands. */
const lines = ["<!-- configuration: generated -->", "<!-- configuration: end -->"] as const;

/** The operators' page with the current table in it. */
export function withConfigReference(guide: string): string {
  return replacedBetween(guide, lines, `\n\n${configReference()}\n\n`);
}
