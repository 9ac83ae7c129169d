import type { Kysely } from "kysely";
import { sql } from "../sql/fragments.js";
import type { ArgumentSource } from "./arguments.js";
import { Compiler, type Source } from "./compiler.js";
import { fillOpen, type OpenValue } from "./open-values.js";
import { rootWriter } from "./roots.js";
import { Placeholder, type Run, settle } from "./run.js";

/** A document made into one statement, whose single row holds the ledger's position and the answer. */
export interface Plan {
  /** Names the statement where it is kept prepared. */
  name: string;
  sql: string;
  /** Values that are always the same, and holes for those of a run. */
  parameters: readonly unknown[];
  /** Values that code makes when Postgres has answered. */
  open: readonly OpenValue[];
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
  const { open } = compiler;
  const plan = { name: `read_${named}`, sql: statement.sql, parameters, open, runs: 0 };
  return { plan, met: compiler.met };
}

/** A plan with the values of one run of it. */
export interface Prepared {
  plan: Plan;
  values: unknown[];
  /** Makes the answer of what Postgres wrote. */
  finish(data: string): string;
  /** Whether they tell more of the viewer than their scope: such an answer is theirs alone. */
  isPersonal: boolean;
}

/** Fills a plan's holes; throws what an argument's check throws. */
export function fill(plan: Plan, run: Run): Prepared {
  let isPersonal = false;
  // Found out rather than declared: what is forgotten here would show one viewer's answer to another.
  const watched: Run = {
    ...run,
    get viewer() {
      isPersonal = true;
      return run.viewer;
    },
  };
  const values = plan.parameters.map((value) =>
    value instanceof Placeholder ? value.read(watched) : value,
  );
  // Open values are given the row and the arguments, and no viewer.
  return { plan, values, isPersonal, finish: (data) => fillOpen(data, plan.open, run) };
}
