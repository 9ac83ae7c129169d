import { getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import type pg from "pg";
import { visitor } from "../../../src/access/index.js";
import type { Planner } from "../../../src/reading/index.js";

/** One step of Postgres' plan. */
export interface Step {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Loops"?: number;
  Plans?: Step[];
}

/** The steps of Postgres' plan for a visitor's document, from the outside; as they were run, with `analyze`. */
export async function explained(
  planner: Planner,
  pool: pg.Pool,
  text: string,
  how = "format json",
): Promise<Step[]> {
  const document = parse(text);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const { plan, values } = planner.prepare({
    ...{ document, operation, variables: {}, viewer: visitor, language: "en" },
  });
  const { rows } = await pool.query(`explain (${how}) ${plan.sql}`, values);
  const all = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(all)];
  const steps = all(rows[0]["QUERY PLAN"][0].Plan);
  return steps.filter((step) => step["Relation Name"] !== "ledger_head");
}

/** How often a table was looked into. */
export const looksOf = (steps: readonly Step[], table: string): number =>
  steps
    .filter((step) => step["Relation Name"] === table)
    .reduce((sum, step) => sum + (step["Actual Loops"] ?? 0), 0);
