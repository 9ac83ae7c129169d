import type pg from "pg";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";
import { scale } from "./scale.js";

/** Number of lines that one call appends while the ledger's head is locked. */
const batch = 5_000;

interface Reported {
  id: string;
  action: string;
  plan: string;
  organisation: string;
  user: string;
  programme: string;
  area: string;
  progress: number;
  note: string;
  reportedAt: string;
  visibility: string;
}

const page = `
select u.id, u.action_id as action, u.plan_id as plan, u.organisation_id as organisation, u.user_id as "user",
  p.programme_id as programme, p.area_id as area, u.progress, u.note, u.visibility::text,
  to_char(u.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt"
from generate_series($1::bigint, $2::bigint) n
join progress_update u on u.id = pg_temp.id_of('progress', n)
join action_plan p on p.id = u.plan_id order by n`;

const created = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, after]) => [name, { before: null, after }]),
  );

function lineOf({ id, programme, area, ...fields }: Reported): ChangeLine {
  const { plan, organisation, user, reportedAt } = fields;
  return {
    at: reportedAt,
    actor: `user:${user}`,
    organisation,
    operation: "reportProgress",
    entity: "ProgressUpdate",
    entityId: id,
    kind: ChangeKind.CREATED,
    diff: created(fields),
    programme,
    plan,
    area,
    owner: organisation,
  };
}

/** Appends a change for each of the latest progress updates, in their order. */
export async function appendLines(client: pg.Client): Promise<number> {
  const first = scale.progressUpdates - scale.ledgerLines;
  for (let from = first; from < scale.progressUpdates; from += batch) {
    const { rows } = await client.query<Reported>(page, [from, from + batch - 1]);
    const bodies = rows.map((row) => canonicalBody(lineOf(row)));
    await client.query("select ledger_append($1::text[])", [bodies]);
  }
  return scale.ledgerLines;
}
