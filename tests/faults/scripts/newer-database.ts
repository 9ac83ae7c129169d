import { join } from "node:path";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { testDatabase } from "../../testkit/hub/index.js";
import { runProgram } from "../../testkit/hub/run-program.js";
import { Writers } from "../../testkit/live-faults/writers.js";
import { inSession } from "../../testkit/postgres/sessions.js";
import { shuffled } from "../../testkit/random/random.js";
import type { Fault } from "./fault.js";

/** The commands that open the database. */
const commands = (folder: string): readonly (readonly string[])[] => [
  ["verify"],
  ["migrate"],
  ["backup", join(folder, "newer.tar")],
  ["ledger", "archive", "--before", "1"],
];

/** What a start or a command could change: the ledger, the migrations, tables and functions, and all rows. */
const stateOf = (url: string): Promise<string> =>
  inSession(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    );
    const counts: unknown[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select count(*), max(xmin::text::bigint) from ${name}`);
      counts.push([name, rows[0]]);
    }
    const { rows } = await client.query(
      `select (select hash from ledger_head), (select count(*) from pg_class), (select count(*) from pg_proc),
        array(select name from schema_migration order by name)`,
    );
    return JSON.stringify([rows, counts]);
  });

/** A migration of a version that is not yet made. */
const migrationOf = (random: () => number): string =>
  `${2030 + Math.floor(random() * 60)}${1000000000 + Math.floor(random() * 8_999_999_999)}_of_a_newer_version`;

const migrated = (url: string, name: string, oldest: string) =>
  inSession(url, async (client) => {
    await client.query("delete from schema_migration where name like '%of_a_newer_version'");
    await client.query("insert into schema_migration (name) values ($1)", [name]);
    await client.query("update schema_support set oldest = $1", [oldest]);
  });

/** How a program ends on the database; undefined where it does not end. */
async function endOf(
  env: Record<string, string>,
  args: readonly string[],
): Promise<string | undefined> {
  if (args.length > 0) {
    const { code, stderr } = await runProgram("cli", args, { env: { NODE_ENV: "test", ...env } });
    return code === 0 ? undefined : stderr;
  }
  const hub = await HubProcess.start(String(env.REMBUK_DATA), env).catch((error: Error) => error);
  if (hub instanceof Error) return hub.message;
  await hub.stop();
  return undefined;
}

/** What is wrong with how a hub (no arguments) or a command takes a database that only a newer version may use. */
async function complaintsAbout(
  args: readonly string[],
  env: Record<string, string>,
  migration: string,
): Promise<string[]> {
  const url = String(env.DATABASE_URL);
  const before = await stateOf(url);
  const end = await endOf(env, args);
  const name = ["rembuk", ...args].join(" ");
  return [
    ...(end === undefined ? [`${name} was not refused`] : []),
    ...(end !== undefined && !end.includes(migration)
      ? [`${name} does not name the migration: ${end}`]
      : []),
    ...((await stateOf(url)) === before ? [] : [`${name} has changed the database`]),
  ];
}

/**
 * A newer version migrates the database at a moment by chance, under a hub of this version that is written to. That
 * hub goes on; no other one starts, and no command does anything, until the newer version supports this one.
 */
export const newerDatabase: Fault = {
  name: "newer-database",
  needsServer: true,
  async run({ folder, random, say }) {
    const database = await testDatabase("sample");
    const env = { DATABASE_URL: database.url, REMBUK_DATA: join(folder, "hub") };
    const hub = await HubProcess.start(env.REMBUK_DATA, env);
    const client = await hub.as();
    const writers = new Writers(() => client, 4);
    await writers.more(20 + Math.floor(random() * 60));
    const migration = migrationOf(random);
    await migrated(database.url, migration, migration);
    const complaints: string[] = [];
    const other = await endOf(env, []);
    if (!other?.includes(migration)) complaints.push(`another hub beside it: ${other}`);
    await writers.more(40);
    await writers.stop();
    await hub.stop();
    complaints.push(...writers.refusals);
    say(
      `${migration}: ${writers.acknowledged.length} writes by the hub that ran, before it and after`,
    );
    for (const args of shuffled([[], [], ...commands(folder)], random))
      complaints.push(...(await complaintsAbout(args, env, migration)));
    say(`a hub and ${commands(folder).length} commands, ${complaints.length} complaints`);
    // Supported, it starts: which is also what the complaints above must be able to say.
    const known = (
      await inSession(database.url, (session) =>
        session.query("select name from schema_migration where name <> $1", [migration]),
      )
    ).rows.map(({ name }) => String(name));
    await migrated(database.url, migration, shuffled(known, random)[0] ?? "");
    const found = await complaintsAbout([], env, migration);
    say(`where it supports this version: ${found[0]}`);
    if (!found[0]?.includes("was not refused"))
      complaints.push("a hub that is supported does not start");
    complaints.push(...(await faultsAfterCrash(database.url, writers.acknowledged)));
    await database.drop();
    return complaints;
  },
};
