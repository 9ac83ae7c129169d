import type { Kysely } from "kysely";
import { sql } from "../sql.js";
import type { ArgumentSource } from "./arguments.js";
import { Compiler, type Source } from "./compiler.js";
import { fillOpen, type OpenValue } from "./open-values.js";
import { rootWriter } from "./roots.js";
import { Hole, type Run, settle } from "./run.js";

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

let named = 0;

/** Compiles an operation; `met` are the fields whose arguments a run must bring, in their order. */
export function makePlan(
  source: Source,
  writer: StatementWriter,
): { plan: Plan; met: readonly ArgumentSource[] } {
  const compiler = new Compiler(source);
  const data = compiler.root(rootWriter(compiler)).text();
  const statement = sql`select (select position from ledger_head)::text, ${data}`.compile(writer);
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
}

/** Fills a plan's holes; throws what an argument's check throws. */
export const fill = (plan: Plan, run: Run): Prepared => ({
  plan,
  values: plan.parameters.map((value) => (value instanceof Hole ? value.read(run) : value)),
  finish: (data) => fillOpen(data, plan.open, run),
});
