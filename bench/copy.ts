import pg from "pg";
import type { Target } from "./load/writing.js";
import type { Site } from "./site.js";

/** A writer has so many actions of its own. */
const targetsEach = 50;

const databaseName = (url: string): string => new URL(url).pathname.slice(1);

/** The address of another database on the same server. */
function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs `does` on a copy of the data, so that what it writes changes no other figure. */
export async function onCopy<T>(site: Site, does: (copy: Site) => Promise<T>): Promise<T> {
  const original = databaseName(site.url);
  const [from, to] = [original, `${original}_writes`].map(pg.escapeIdentifier);
  const admin = new pg.Client({ connectionString: withDatabase(site.url, "postgres") });
  await admin.connect();
  const drop = () => admin.query(`drop database if exists ${to} with (force)`);
  try {
    await drop();
    await admin.query(`create database ${to} template ${from} strategy file_copy`);
    return await does({ ...site, url: withDatabase(site.url, `${original}_writes`) });
  } finally {
    await drop();
    await admin.end();
  }
}

/** Actions of public plans as they are now, spread over the writers. */
export async function targetsFor({ url }: Site, writers: number): Promise<Target[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Target>(
    `select a.id as action, a.version, a.progress from action a join action_plan p on p.id = a.plan_id
     where p.visibility = 'PUBLIC' order by md5(a.id::text) limit $1`,
    [writers * targetsEach],
  );
  await client.end();
  return Array.from({ length: writers }, (_, writer) =>
    rows.filter((_, at) => at % writers === writer),
  );
}
