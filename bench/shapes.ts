import { readFileSync } from "node:fs";
import type pg from "pg";
import type { statements } from "./hand-written-sql.js";
import { benchPath } from "./site.js";

/** A read that is measured: a document for the hub, a statement by hand, and what both are asked. */
export interface Shape {
  name: keyof typeof statements;
  title: string;
  /** What the hub is asked, and who has its schema. */
  document: string;
  /** The same in the words of PostGraphile's schema, which follows the tables. */
  postgraphileDocument: string;
  /** The variables of every request, each with the values that the statement takes for them. */
  asks: readonly Ask[];
}

/** One request, for the hub by names, for the statement by place. */
export interface Ask {
  variables: Record<string, string | number>;
  values: readonly (string | number)[];
}

/** The text of one of the benchmark's documents, or of another in a folder of the benchmark. */
export const documentText = (name: string, ...folder: string[]): string =>
  readFileSync(benchPath(...folder, "documents", `${name}.graphql`), "utf8");

const documents = (name: string) => ({
  document: documentText(name),
  postgraphileDocument: documentText(name, "peers", "postgraphile"),
});

/** Every regency, with the name of one of its villages, for which a portal might search in it. */
const searches = `select code, (select name from region
    where code > regency.code || '.' and code < regency.code || '/' and level = 'VILLAGE'
    order by md5(code) limit 1) as search
  from region as regency where level = 'REGENCY' order by md5(code)`;

// Three of the shapes are documents that portals agreed on, in `tests/acceptance`: the
// portal is 02-portal-plans, the region 02-portal-regions, the history 02-history. Of the others,
// 03-rembuk and 04-universities would be empty on the synthetic country, which has no deliberations,
// assessments, indicators or groups, and the coordinators' are writes and subscriptions.

/**
 * The shapes, asked for every province, every regency or every public plan in turn, so that no two
 * requests that follow one another are the same.
 */
export async function readShapes(pool: pg.Pool): Promise<Shape[]> {
  const provinces = await pool.query<{ code: string }>(
    "select code from region where level = 'PROVINCE' order by md5(code)",
  );
  const plans = await pool.query<{ id: string }>(
    "select id from action_plan where visibility = 'PUBLIC' order by md5(key)",
  );
  const regencies = await pool.query<{ code: string; search: string }>(searches);
  const ofProvinces = (first: number): Ask[] =>
    provinces.rows.map(({ code }) => ({
      variables: { region: code, first },
      values: [code, first],
    }));
  return [
    {
      name: "planList",
      title: "list: 50 plans of a province",
      ...documents("plan-list"),
      asks: ofProvinces(50),
    },
    {
      name: "planPage",
      title: "page: one plan, 20 actions",
      ...documents("plan-page"),
      asks: plans.rows.map(({ id }) => ({ variables: { id }, values: [id] })),
    },
    {
      name: "portalPlans",
      title: "portal: 20 plans, 3 levels deep",
      ...documents("portal-plans"),
      asks: ofProvinces(20),
    },
    {
      name: "regionPage",
      title: "region: what lies in a regency",
      ...documents("region-page"),
      asks: regencies.rows.map(({ code, search }) => ({
        variables: { code, search },
        values: [code, search],
      })),
    },
    {
      name: "history",
      title: "history: the last 20 changes of a plan",
      ...documents("history"),
      asks: plans.rows.map(({ id }) => ({ variables: { plan: id, first: 20 }, values: [id, 20] })),
    },
  ];
}
