import { inSession } from "../postgres/sessions.js";

/**
 * Ends the ledger's last partition with its last line, as if it had been made of that size; the next ones
 * have `size` positions.
 */
export async function endPartition(databaseUrl: string, size: number): Promise<void> {
  await inSession(databaseUrl, async (client) => {
    await client.query("begin; select 1 from ledger_head for update");
    const { rows } = await client.query(
      `select name, first, position + 1 as end from ledger_partitions(), ledger_head
       where position between first and last`,
    );
    const made = "select name from ledger_partitions(), ledger_head where first > position";
    for (const { name } of (await client.query(made)).rows)
      await client.query(`drop table ${name}`);
    const [{ name, first, end }] = rows;
    await client.query(`alter table change detach partition ${name}`);
    await client.query(
      `alter table change attach partition ${name} for values from (${first}) to (${end})`,
    );
    await client.query("update ledger_partitioning set made_to = $1, size = $2", [end - 1, size]);
    await client.query("commit");
  });
}
