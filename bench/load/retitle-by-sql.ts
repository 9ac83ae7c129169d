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

const update = "update action_plan set title_text = $2, version = version + $3 where id = $1";
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
 * Changes a plan's title without the hub, once for each of the titles, in one transaction: one row, one change for
 * each. Gives the position of the last change after the commit is acknowledged.
 */
export async function retitlesBySql(
  client: pg.Client,
  plan: Plan,
  titles: readonly string[],
): Promise<number> {
  const bodies: string[] = [];
  for (const title of titles) {
    bodies.push(canonicalBody(lineOf(plan, title)));
    plan.title = title;
  }
  await client.query("begin");
  await client.query(update, [plan.id, stored(plan.title), titles.length]);
  const { rows } = await client.query<{ position: number }>(append, [bodies]);
  await client.query("commit");
  return rows[0]?.position ?? Number.NaN;
}

/** Changes a plan's title once. */
export const retitleBySql = (client: pg.Client, plan: Plan, title: string): Promise<number> =>
  retitlesBySql(client, plan, [title]);
