import pg from "pg";
import type { Plan } from "../load/retitle-by-sql.js";

const plans = `select id, coalesce(title_text->>'english', title_text->>'indonesian', '') as title,
    programme_id as programme, area_id as area, lead_id as lead
  from action_plan where visibility = 'PUBLIC' order by key`;

/** Copies of a public plan, behind the ledger. */
const copies = `insert into action_plan select made.* from generate_series(1, $1::int) n,
  (select * from action_plan where visibility = 'PUBLIC' order by id limit 1) one,
  lateral jsonb_populate_record(null::action_plan, to_jsonb(one)
    || jsonb_build_object('id', uuidv7(), 'key', 'copy-' || n)) made`;

/** So many public plans. Where the data has fewer, as the sample, copies of one are added to them. */
export async function publicPlans(connectionString: string, count: number): Promise<Plan[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const known = (await client.query<Plan>(plans)).rows;
    if (known.length >= count) return known.slice(0, count);
    await client.query("set session_replication_role = replica");
    await client.query(copies, [count - known.length]);
    return (await client.query<Plan>(plans)).rows;
  } finally {
    await client.end();
  }
}
