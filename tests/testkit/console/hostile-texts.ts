import type { TestHub } from "../hub/index.js";

/** A text with markup that would run, a word without an end, and letters that turn the line around. */
export const hostileText = [
  '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>',
  "Sepanjangjalandesa".repeat(8),
  "\u202e مرحبا بالعالم שלום עולם",
].join(" ");

/** The columns that hold what people write, by their names; those of JSON hold it in fields. */
const columns = `about agenda body chain contact correction_reason description dimension_details
  document failure journey_reason legal_basis name name_text note obstacle place policy products reason
  recommendation scope sections sources statement summary text theme title title_text undo_reason unit`
  .split(/\s+/)
  .filter(Boolean);

/** Tables whose texts are no person's. */
const ownTables = new Set(["region", "change", "user_account", "webhook_delivery"]);

/** The fields of JSON that hold what people write. */
const fields = new Set(
  `agenda en english help hint id indonesian item label name note publisher reason statement summary
  text title words`.split(/\s+/),
);

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** JSON with each text of a person made hostile. */
function hostile(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((one) => hostile(one, field));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hostile(one, key)]));
  }
  const isText = typeof value === "string" && fields.has(field) && !isId.test(value);
  return isText ? hostileText : value;
}

/** Makes each text of a hub hostile that people have written, past all checks of its inputs. */
export async function makeHostile({ sql }: TestHub): Promise<void> {
  const { rows } = await sql.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns where table_schema = 'public' and column_name = any($1)
       and data_type in ('text', 'character varying', 'jsonb')`,
    [columns],
  );
  const client = await sql.connect();
  try {
    // Without the guards, which refuse writes without a change in the ledger.
    await client.query("set session_replication_role = replica");
    for (const { table, column, type } of rows.filter((one) => !ownTables.has(one.table))) {
      if (type !== "jsonb") {
        const change = `update "${table}" set "${column}" = $1 where "${column}" is not null`;
        await client.query(change, [hostileText]);
        continue;
      }
      const kept = await client.query(`select id, "${column}" as value from "${table}"`);
      for (const { id, value } of kept.rows) {
        const changed = JSON.stringify(hostile(value, column));
        await client.query(`update "${table}" set "${column}" = $2 where id = $1`, [id, changed]);
      }
    }
  } finally {
    client.release(true);
  }
}
