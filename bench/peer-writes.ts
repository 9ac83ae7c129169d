import pg from "pg";
import type { BenchDatabase } from "./bench-database.js";
import type { MutationJob } from "./load/writes-by-mutation.js";
import type { WriteResult } from "./load/writing.js";
import { Worker } from "./processes.js";
import { startPeer } from "./servers.js";
import type { WriterKind } from "./writer-kind.js";

/**
 * The mutation of PostGraphile: a function of the database, as its documentation has them. It writes the same
 * two rows, and asks for the same version. It has no rules, no access and no ledger: without lines of the ledger
 * the guards would refuse the rows, so its triggers are off, which spares it the checks of foreign keys too.
 */
const reportProgress = `
create or replace function report_progress(action_id uuid, expected_version integer, new_progress integer, note text)
returns progress_update language sql volatile set session_replication_role = replica as $$
  with moved as (
    update action set progress = $3, version = version + 1 where id = $1 and version = $2
    returning id, plan_id, lead_id, lead_status
  )
  insert into progress_update (id, action_id, plan_id, organisation_id, progress, note)
  select uuidv7(), m.id, m.plan_id, case m.lead_status when 'ACCEPTED' then m.lead_id else p.lead_id end, $3, $4
  from moved m join action_plan p on p.id = m.plan_id
  returning *
$$`;

/** Writers that send mutations to PostGraphile on the same copy of the data. */
export async function byPostgraphile(database: BenchDatabase): Promise<WriterKind> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(reportProgress);
  await client.end();
  const peer = await startPeer(database, "postgraphile");
  const worker = new Worker<MutationJob, WriteResult>("load/writes-by-mutation.js");
  return {
    by: "PostGraphile, without ledger, rules or access",
    pid: peer.pid,
    run: (job) => worker.run({ ...job, url: peer.origin, server: "postgraphile", tokens: {} }),
    stop: async () => {
      await worker.stop();
      await peer.stop();
    },
  };
}
