import type pg from "pg";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";

/** A plan with the fields of its changes in the ledger. */
export interface Plan {
  id: string;
  title: string;
  programme: string;
  area: string;
  lead: string;
}

/** A title in the one language that it is in. */
const stored = (title: string) => ({ english: title });

const update = "update action_plan set title_text = $2, version = version + 1 where id = $1";
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
    diff: { titleText: { before: stored(title), after: stored(after) } },
    programme,
    plan: id,
    area,
    owner: lead,
  };
}

/**
 * Changes a plan's title without the hub: one row, one change. Gives the position of the change after
 * the commit is acknowledged.
 */
export async function retitleBySql(client: pg.Client, plan: Plan, title: string): Promise<number> {
  const body = canonicalBody(lineOf(plan, title));
  await client.query("begin");
  await client.query(update, [plan.id, stored(title)]);
  const { rows } = await client.query<{ position: number }>(append, [[body]]);
  await client.query("commit");
  plan.title = title;
  return rows[0]?.position ?? Number.NaN;
}
