import pg from "pg";
import type { BenchDatabase } from "./bench-database.js";
import type { Target } from "./load/writing.js";

/** Number of actions for each writer. */
const targetsEach = 50;

const databaseName = (url: string): string => new URL(url).pathname.slice(1);

/** The address of another database on the same server. */
function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs `work` on a copy of the data, so that its writes do not affect other figures. */
export async function onCopy<T>(
  database: BenchDatabase,
  work: (copy: BenchDatabase) => Promise<T>,
): Promise<T> {
  const original = databaseName(database.url);
  const [from, to] = [original, `${original}_writes`].map(pg.escapeIdentifier);
  const admin = new pg.Client({ connectionString: withDatabase(database.url, "postgres") });
  await admin.connect();
  const drop = () => admin.query(`drop database if exists ${to} with (force)`);
  try {
    await drop();
    await admin.query(`create database ${to} template ${from} strategy file_copy`);
    return await work({ ...database, url: withDatabase(database.url, `${original}_writes`) });
  } finally {
    await drop();
    await admin.end();
  }
}

/**
 * Actions of public plans that take reports, in their current state, distributed to the writers. Each is
 * reported on by a member of its lead, whose reports change it.
 */
export async function targetsFor({ url }: BenchDatabase, writers: number): Promise<Target[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Target>(
    `select distinct on (md5(a.id::text)) a.id as action, a.version, a.progress, u.email as reporter
     from action a join action_plan p on p.id = a.plan_id
     join membership m on m.organisation_id = case a.lead_status when 'ACCEPTED' then a.lead_id else p.lead_id end
     join user_account u on u.id = m.user_id
     where p.visibility = 'PUBLIC' and p.lead_status = 'ACCEPTED'
       and p.status not in ('COMPLETED', 'CANCELLED') and a.status not in ('COMPLETED', 'CANCELLED')
     order by md5(a.id::text), u.email limit $1`,
    [writers * targetsEach],
  );
  await client.end();
  return Array.from({ length: writers }, (_, writer) =>
    rows.filter((_, at) => at % writers === writer),
  );
}
