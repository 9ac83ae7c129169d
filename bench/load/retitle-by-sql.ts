import type pg from "pg";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";

/** A plan, with what its lines in the ledger say of it. */
export interface Plan {
  id: string;
  title: string;
  programme: string;
  area: string;
  lead: string;
}

const update = "update action_plan set title = $2, version = version + 1 where id = $1";
const append = "select ledger_append($1::text[])::float8 as position";

function lineOf({ id, title, programme, area, lead }: Plan, after: string): ChangeLine {
  return {
    at: new Date().toISOString(),
    actor: "hub",
    organisation: lead,
    operation: "updateActionPlan",
    entity: "ActionPlan",
    entityId: id,
    kind: ChangeKind.UPDATED,
    diff: { title: { before: title, after } },
    programme,
    plan: id,
    area,
    owner: lead,
  };
}

/**
 * Gives a plan another title behind the hub's back: one row, one change. Gives the change's position
 * once the commit is acknowledged.
 */
export async function retitleBySql(client: pg.Client, plan: Plan, title: string): Promise<number> {
  const body = canonicalBody(lineOf(plan, title));
  await client.query("begin");
  await client.query(update, [plan.id, title]);
  const { rows } = await client.query<{ position: number }>(append, [[body]]);
  await client.query("commit");
  plan.title = title;
  return rows[0]?.position ?? Number.NaN;
}
