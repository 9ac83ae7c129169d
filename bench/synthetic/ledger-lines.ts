import type pg from "pg";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";
import type { Scale } from "./scale.js";

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

/** The minutes, as their lines have them. */
const minutes = `
select m.id, m.document, m.sha256, m.deliberation_id as deliberation, d.programme_id as programme, d.area_id as area,
  d.convener_id as owner, to_char(m.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt"
from minutes m join deliberation d on d.id = m.deliberation_id
where m.id > $1 order by m.id limit $2`;

interface Closed {
  id: string;
  document: string;
  sha256: string;
  deliberation: string;
  programme: string;
  area: string;
  owner: string;
  closedAt: string;
}

function lineOfMinutes({ id, programme, area, owner, ...fields }: Closed): ChangeLine {
  return {
    at: fields.closedAt,
    actor: "operator",
    organisation: owner,
    operation: "closeDeliberation",
    entity: "Minutes",
    entityId: id,
    kind: ChangeKind.CREATED,
    diff: created({ ...fields }),
    deliberation: fields.deliberation,
    programme,
    area,
    owner,
  };
}

const append = (client: pg.Client, lines: readonly ChangeLine[]) =>
  client.query("select ledger_append($1::text[])", [lines.map(canonicalBody)]);

/** Appends a change for each of the minutes: without it they would count as forged. */
export async function appendMinutes(client: pg.Client): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<Closed>(minutes, [after, batch / 10]);
    const last = rows.at(-1);
    if (!last) return;
    await append(client, rows.map(lineOfMinutes));
    after = last.id;
  }
}

/** Appends a change for each of the latest progress updates, in their order. */
export async function appendReports(client: pg.Client, scale: Scale): Promise<void> {
  const first = scale.progressUpdates - scale.ledgerLines;
  for (let from = first; from < scale.progressUpdates; from += batch) {
    const { rows } = await client.query<Reported>(page, [from, from + batch - 1]);
    await append(client, rows.map(lineOf));
  }
}
