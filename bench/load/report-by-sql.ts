import type pg from "pg";
import { ChangeKind, type ChangeLine, canonicalBody } from "../../src/ledger/index.js";
import { newId } from "../../src/platform/ids.js";
import { nextProgress, type Target } from "./writing.js";

interface Place {
  plan: string;
  programme: string;
  area: string;
  organisation: string;
}

const find = `select p.id as plan, p.programme_id as programme, p.area_id as area, p.lead_id as organisation
  from action a join action_plan p on p.id = a.plan_id where a.id = $1`;
const insert = `insert into progress_update (id, action_id, plan_id, organisation_id, progress, note)
  values ($1, $2, $3, $4, $5, 'Synthetic')`;
const update =
  "update action set progress = $2, version = version + 1 where id = $1 and version = $3";
const append = "select ledger_append($1::text[])::float8 as position";

const values = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).map(([name, after]) => [name, { before: null, after }]));

function bodiesOf(id: string, target: Target, place: Place): string[] {
  const { plan, programme, area, organisation } = place;
  const common = {
    at: new Date().toISOString(),
    actor: "hub",
    organisation,
    operation: "reportProgress",
    programme,
    plan,
    area,
    owner: organisation,
  };
  const progress = nextProgress(target);
  const lines: ChangeLine[] = [
    {
      ...common,
      entity: "ProgressUpdate",
      entityId: id,
      kind: ChangeKind.CREATED,
      diff: values({ action: target.action, plan, organisation, progress, note: "Synthetic" }),
    },
    {
      ...common,
      entity: "Action",
      entityId: target.action,
      kind: ChangeKind.UPDATED,
      diff: { progress: { before: target.progress, after: progress } },
    },
  ];
  return lines.map(canonicalBody);
}

/**
 * Reports progress by hand-written SQL: the same rows and the same two changes in the ledger, without
 * rules, in two round trips of a client in pipeline mode. Gives the position of the last change after the
 * commit is acknowledged.
 */
export async function reportBySql(client: pg.ClientBase, target: Target): Promise<number> {
  const run = <Row extends pg.QueryResultRow>(name: string, text: string, given: unknown[]) =>
    client.query<Row>({ name, text, values: given });
  const id = newId();
  const begun = client.query("begin");
  const [found] = await Promise.all([run<Place>("find", find, [target.action]), begun]);
  const place = found.rows[0] as Place;
  const progress = nextProgress(target);
  const { plan, organisation } = place;
  const [, , appended] = await Promise.all([
    run("insert", insert, [id, target.action, plan, organisation, progress]),
    run("update", update, [target.action, progress, target.version]),
    run<{ position: number }>("append", append, [bodiesOf(id, target, place)]),
    client.query("commit"),
  ]);
  return appended.rows[0]?.position ?? 0;
}
