import type pg from "pg";
import { acceptanceShapes } from "./acceptance-shapes.js";
import { documents, type Shape, type ShapeRequest } from "./shape.js";

/** Every regency, with the name of one of its villages, which a portal could search for. */
const searches = `select code, (select name from region
    where code > regency.code || '.' and code < regency.code || '/' and level = 'VILLAGE'
    order by md5(code) limit 1) as search
  from region as regency where level = 'REGENCY' order by md5(code)`;

// Seven of the shapes are queries of the acceptance documents (`tests/acceptance`): the portal is
// 02-portal-plans, the region 02-portal-regions, the history 02-history, meeting and holes 03-rembuk, area and
// two voices 04-universities. The coordinators' documents are writes and subscriptions.

/**
 * The shapes, with requests for every province, every regency or every public plan in turn, so that two
 * consecutive requests differ.
 */
export async function readShapes(pool: pg.Pool): Promise<Shape[]> {
  const provinces = await pool.query<{ code: string }>(
    "select code from region where level = 'PROVINCE' order by md5(code)",
  );
  const plans = await pool.query<{ id: string }>(
    "select id from action_plan where visibility = 'PUBLIC' order by md5(key)",
  );
  const regencies = await pool.query<{ code: string; search: string }>(searches);
  const provinceRequests = (first: number): ShapeRequest[] =>
    provinces.rows.map(({ code }) => ({
      variables: { region: code, first },
      values: [code, first],
    }));
  const programmes = await pool.query<{ id: string }>("select id from programme order by md5(key)");
  const stages = await pool.query<{ stage: string }>(
    "select unnest(enum_range(null::action_stage)) as stage",
  );
  return [
    {
      name: "planList",
      title: "list: 50 plans of a province",
      ...documents("plan-list"),
      requests: provinceRequests(50),
    },
    {
      name: "planPage",
      title: "page: one plan, 20 actions",
      ...documents("plan-page"),
      requests: plans.rows.map(({ id }) => ({ variables: { id }, values: [id] })),
    },
    {
      name: "portalPlans",
      title: "portal: 20 plans, 3 levels deep",
      ...documents("portal-plans"),
      requests: provinceRequests(20),
    },
    {
      name: "regionPage",
      title: "region: what lies in a regency",
      ...documents("region-page"),
      requests: regencies.rows.map(({ code, search }) => ({
        variables: { code, search },
        values: [code, search],
      })),
    },
    {
      name: "history",
      title: "history: the last 20 changes of a plan",
      ...documents("history"),
      requests: plans.rows.map(({ id }) => ({
        variables: { plan: id, first: 20 },
        values: [id, 20],
      })),
    },
    ...(await acceptanceShapes(pool, plans.rows)),
    {
      name: "actionStatuses",
      title: "groups: actions of a programme in a stage, by status",
      ...documents("action-statuses"),
      isGrouped: true,
      requests: programmes.rows.flatMap(({ id }) =>
        stages.rows.map(({ stage }) => ({
          variables: { programme: id, stage },
          values: [id, stage],
        })),
      ),
    },
    {
      name: "actionQuarters",
      title: "groups: actions of a programme by province and quarter, with totals",
      ...documents("action-quarters"),
      isGrouped: true,
      requests: programmes.rows.map(({ id }) => ({ variables: { programme: id }, values: [id] })),
    },
    {
      name: "overdueSectors",
      title: "groups: overdue actions of a province by their lead's sector",
      ...documents("overdue-sectors"),
      isGrouped: true,
      requests: provinces.rows.map(({ code }) => ({ variables: { region: code }, values: [code] })),
    },
  ];
}
