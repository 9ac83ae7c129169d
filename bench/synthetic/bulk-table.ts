import type pg from "pg";

interface Definition {
  name: string;
  definition: string;
}

const secondaryIndexes = `
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`;

/** Runs `work` without the indexes of a table, and makes them again: millions of rows are sorted at once. */
export async function withoutIndexes(
  client: pg.Client,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const indexes = (await client.query<Definition>(secondaryIndexes, [table])).rows;
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of indexes) await client.query(definition);
}
