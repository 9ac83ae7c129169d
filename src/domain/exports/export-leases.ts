import { isHeldUntil } from "../../platform/database/index.js";
import { type Database, sql } from "../../reading/index.js";

// The leases of exports in the making: which node makes which, until when. A node that ends loses them after
// a while, and another takes them over. They are no part of the ledger: nobody outside the hub sees them.

/** An export that this node has taken. */
export interface TakenExport {
  id: string;
  /** The number of times that it was taken, this one included. */
  attempts: number;
}

/** A node that makes exports. */
export interface ExportNode {
  id: string;
  /** The time after which an export of a silent node is taken over, in milliseconds. */
  leaseMs: number;
  /** The most exports of one organisation that are made at once, on all nodes. */
  mostOfOrganisation: number;
}

const until = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 ms'`;

/** Takes the export that has waited longest, of an organisation that may have one more; undefined without. */
export async function takeExport(
  database: Database,
  { id: node, leaseMs, mostOfOrganisation }: ExportNode,
): Promise<TakenExport | undefined> {
  return database.transaction().execute(async (transaction) => {
    // One node after the other, each with what the one before has committed.
    await sql`select pg_advisory_xact_lock(hashtextextended('export leases', 0))`.execute(
      transaction,
    );
    const { rows } = await sql<TakenExport>`
      insert into export_lease (export_id, node, until)
      select job.id, ${node}::uuid, ${until(leaseMs)} from export_job job
      where job.status in ('QUEUED', 'RUNNING')
        and not exists (select 1 from export_lease held where held.export_id = job.id and ${isHeldUntil("held.until")})
        and ${mostOfOrganisation} > (select count(*) from export_job other
          join export_lease held on held.export_id = other.id and ${isHeldUntil("held.until")}
          where other.organisation_id is not distinct from job.organisation_id)
      order by job.created_at, job.id limit 1
      on conflict (export_id) do update
        set node = excluded.node, until = excluded.until, attempts = export_lease.attempts + 1
      returning export_id as id, attempts`.execute(transaction);
    return rows[0];
  });
}

/** Holds the exports of a node for another while; gives those that it still has to make. */
export async function renewLeases(
  database: Database,
  { id: node, leaseMs }: ExportNode,
  exports: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update export_lease held set until = ${until(leaseMs)} from export_job job
    where held.node = ${node}::uuid and held.export_id = any(${exports}::uuid[])
      and job.id = held.export_id and job.status in ('QUEUED', 'RUNNING')
    returning held.export_id as id`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

/** Gives an export back: for good where it has ended, else for another attempt after `againMs`. */
export async function releaseExport(
  database: Database,
  { id: node }: Pick<ExportNode, "id">,
  id: string,
  againMs: number,
): Promise<void> {
  await sql`with ended as (delete from export_lease held using export_job job
      where held.export_id = ${id}::uuid and held.node = ${node}::uuid and job.id = held.export_id
        and job.status not in ('QUEUED', 'RUNNING') returning 1)
    update export_lease set until = ${until(againMs)}
    where export_id = ${id}::uuid and node = ${node}::uuid and not exists (select 1 from ended)`.execute(
    database,
  );
}
