import type { Kysely } from "kysely";
import { sql } from "../sql.js";
import type { ArgumentSource } from "./arguments.js";
import { Compiler, type Source } from "./compiler.js";
import { rootWriter } from "./roots.js";
import { Hole, type Run, settle } from "./run.js";

/** A document made into one statement, whose single row holds the ledger's position and the answer. */
export interface Plan {
  /** Names the statement where it is kept prepared. */
  name: string;
  sql: string;
  /** Values that are always the same, and holes for those of a run. */
  parameters: readonly unknown[];
  /** How often it was run; what runs once only is not worth a name. */
  runs: number;
}

/** Compiles with no connection at hand. */
export type StatementWriter = Kysely<Record<string, never>>;

/** With it a statement begins: the ledger's position in its own snapshot. */
export const positionText = "select (select position from ledger_head)::text, ";

let named = 0;

/** Compiles an operation; `met` are the fields whose arguments a run must bring, in their order. */
export function makePlan(
  source: Source,
  writer: StatementWriter,
): { plan: Plan; met: readonly ArgumentSource[] } {
  const compiler = new Compiler(source);
  const data = compiler.root(rootWriter(compiler)).text();
  const statement = sql`${sql.raw(positionText)}${data}`.compile(writer);
  const parameters = statement.parameters.map((value) => settle(value, source.scope));
  named += 1;
  const plan = { name: `read_${named}`, sql: statement.sql, parameters, runs: 0 };
  return { plan, met: compiler.met };
}

/** The parameters of one run. */
export interface Filled {
  values: unknown[];
  /** Whether they tell more of the viewer than their scope: such an answer is theirs alone. */
  isPersonal: boolean;
}

/** The parameters of a run; throws what an argument's check throws. */
export function fill({ parameters }: Plan, run: Run): Filled {
  let isPersonal = false;
  // Found out rather than declared: what is forgotten here would show one viewer's answer to another.
  const watched: Run = {
    ...run,
    get viewer() {
      isPersonal = true;
      return run.viewer;
    },
  };
  const values = parameters.map((value) => (value instanceof Hole ? value.read(watched) : value));
  return { values, isPersonal };
}
