import { readFileSync } from "node:fs";
import type pg from "pg";
import type { statements } from "./hand-written-sql.js";
import { benchPath } from "./site.js";

/** A read that is measured: a document for the hub, a statement by hand, and what both are asked. */
export interface Shape {
  name: keyof typeof statements;
  title: string;
  document: string;
  /** The variables of every request, each with the values that the statement takes for them. */
  asks: readonly Ask[];
}

/** One request, for the hub by names, for the statement by place. */
export interface Ask {
  variables: Record<string, string | number>;
  values: readonly (string | number)[];
}

/** The text of one of the benchmark's documents. */
export const documentText = (name: string): string =>
  readFileSync(benchPath("documents", `${name}.graphql`), "utf8");

/**
 * The three shapes, asked for every province and for every public plan in turn, so that no two
 * requests that follow one another are the same.
 */
export async function readShapes(pool: pg.Pool): Promise<Shape[]> {
  const provinces = await pool.query<{ code: string }>(
    "select code from region where level = 'PROVINCE' order by md5(code)",
  );
  const plans = await pool.query<{ id: string }>(
    "select id from action_plan where visibility = 'PUBLIC' order by md5(key)",
  );
  const ofProvinces = (first: number): Ask[] =>
    provinces.rows.map(({ code }) => ({
      variables: { region: code, first },
      values: [code, first],
    }));
  return [
    {
      name: "planList",
      title: "list: 50 plans of a province",
      document: documentText("plan-list"),
      asks: ofProvinces(50),
    },
    {
      name: "planPage",
      title: "page: one plan, 20 actions",
      document: documentText("plan-page"),
      asks: plans.rows.map(({ id }) => ({ variables: { id }, values: [id] })),
    },
    {
      name: "portalPlans",
      title: "portal: 20 plans, 3 levels deep",
      document: documentText("portal-plans"),
      asks: ofProvinces(20),
    },
  ];
}
