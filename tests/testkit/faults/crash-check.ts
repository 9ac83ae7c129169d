import type pg from "pg";
import { verifyLedger } from "../../../src/ledger/index.js";
import { columnsOf, nounTables } from "../postgres/noun-tables.js";
import { inSession, type OpenLedger, openLedger } from "../postgres/sessions.js";

/** A write that the hub acknowledged: the id of what was created, and the position in the answer. */
export interface Acknowledged {
  id: string;
  position: number;
}

interface Checked {
  client: pg.Client;
  open: OpenLedger;
  acknowledged: readonly Acknowledged[];
}

const idsOf = async (client: pg.Client, statement: string, values: unknown[] = []) => {
  const { rows } = await client.query<{ id: string }>(statement, values);
  return rows.map(({ id }) => id);
};

/** Positions from 1 to the head, each once but for those that restores skipped, and a chain that holds. */
async function ledgerFaults({ client, open }: Checked): Promise<string[]> {
  const { rows } = await client.query(
    `select count(*)::float8 as lines, min(position)::float8 as first, max(position)::float8 as last,
       (select position::float8 from ledger_head) as head,
       (select coalesce(sum(resumed - after), 0)::float8
         from ledger_head, jsonb_to_recordset(forks) as fork(after bigint, resumed bigint)) as skipped
     from change`,
  );
  const { lines, first, last, head, skipped } = rows[0];
  const gapless = first === 1 && last === lines + skipped && head === last;
  const verdict = await verifyLedger(open.orm.em.fork());
  return [
    ...(gapless ? [] : [`${lines} changes from ${first} to ${last}, and the head at ${head}`]),
    ...(verdict.whole ? [] : [`position ${verdict.position} ${verdict.reason}`]),
  ];
}

/** Rows without a change. */
async function rowsWithoutChange({ client }: Checked): Promise<string[]> {
  const faults: string[] = [];
  for (const table of await nounTables(client)) {
    const columns = await columnsOf(client, table);
    if (!columns.some(({ name, type }) => name === "id" && type === "uuid")) continue;
    const unrecorded = `select id from ${table} t
      where not exists (select 1 from change where entity_id = t.id)`;
    for (const id of await idsOf(client, unrecorded)) faults.push(`${table} ${id} has no change`);
  }
  return faults;
}

/** Changes of rows that are not there, and were not removed. */
async function changesWithoutRow({ client, open }: Checked): Promise<string[]> {
  const faults: string[] = [];
  for (const { className, tableName, primaryKeys } of open.orm.getMetadata().getAll().values()) {
    // What has no id of its own is the hub's, as a webhook's position, and has no changes.
    if (["Change", "Region"].includes(className) || !primaryKeys.includes("id")) continue;
    const empty = `select distinct entity_id as id from change c where entity = $1
      and not exists (select 1 from ${tableName} where id::text = c.entity_id::text)
      and not exists (select 1 from change
        where entity_id = c.entity_id and kind = 'DELETED')`;
    for (const id of await idsOf(client, empty, [className])) {
      faults.push(`${className} ${id} has a change and no row`);
    }
  }
  return faults;
}

/** Acknowledged creations that did not happen exactly once, where the answer said. */
async function brokenPromises({ client, acknowledged }: Checked): Promise<string[]> {
  const { rows } = await client.query<{ id: string; positions: number[] }>(
    `select entity_id as id, array_agg(position::int) as positions from change
     where kind = 'CREATED' and entity_id = any($1) group by entity_id`,
    [acknowledged.map(({ id }) => id)],
  );
  const reported = new Map(rows.map(({ id, positions }) => [id, positions]));
  return acknowledged
    .filter(({ id, position }) => String(reported.get(id)) !== String(position))
    .map(({ id, position }) => `${id} was promised at ${position} and is at ${reported.get(id)}`);
}

/**
 * What is wrong with a database after a crash, by name; empty when every acknowledged write is there
 * exactly once, the ledger is whole, and rows and changes agree.
 */
export async function faultsAfterCrash(
  databaseUrl: string,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const open = await openLedger(databaseUrl);
  try {
    return await inSession(databaseUrl, async (client) => {
      const checked = { client, open, acknowledged };
      const found: string[] = [];
      for (const look of [ledgerFaults, rowsWithoutChange, changesWithoutRow, brokenPromises]) {
        found.push(...(await look(checked)));
      }
      return found;
    });
  } finally {
    await open.close();
  }
}
