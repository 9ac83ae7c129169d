import "reflect-metadata";
import pg from "pg";
import { openStore } from "../src/app/store.js";
import { loadRegions } from "../src/domain/regions/index.js";
import { Ledger } from "../src/ledger/index.js";
import { migrate } from "../src/platform/migrate.js";
import { benchConfig, benchLogger, openSite, type Site } from "./site.js";
import { functions } from "./synthetic/functions.js";
import { appendLines } from "./synthetic/ledger-lines.js";
import { actions, plans, scale } from "./synthetic/scale.js";
import { makings } from "./synthetic/statements.js";

const say = (line: string): void => console.log(line);

/** Brings the database to the hub's own schema, with the country's regions, as a hub's start does. */
async function prepare({ url }: Site): Promise<void> {
  const store = await openStore(benchConfig(url), benchLogger());
  try {
    await migrate(store.orm);
    await loadRegions(new Ledger(store.orm));
  } finally {
    await store.close();
  }
}

const isMade = async (client: pg.Client): Promise<boolean> => {
  const found = await client.query(
    "select 1 from action_plan where key like 'synthetic-%' limit 1",
  );
  return found.rows.length > 0;
};

/** The triggers by which Postgres refuses a row without a change in the ledger. */
async function ledgerGuards(client: pg.Client): Promise<{ name: string; table: string }[]> {
  const { rows } = await client.query(`
    select tgname as name, tgrelid::regclass::text as table from pg_trigger
    where tgfoid = 'ledger_guard'::regproc and not tgisinternal`);
  return rows;
}

async function setGuards(client: pg.Client, state: "disable" | "enable"): Promise<void> {
  for (const { name, table } of await ledgerGuards(client)) {
    await client.query(`alter table ${table} ${state} trigger ${name}`);
  }
}

/**
 * Makes all rows in one transaction: whole or not at all. The foreign keys stay on; the ledger's
 * guards are off in this transaction alone, as the ledger holds a part of the rows only.
 */
async function make(client: pg.Client): Promise<void> {
  await client.query("begin");
  await client.query(functions);
  await setGuards(client, "disable");
  const made = new Map<string, number>();
  for (const { what, sql } of makings) {
    const { rowCount } = await client.query(sql);
    made.set(what, (made.get(what) ?? 0) + (rowCount ?? 0));
  }
  await setGuards(client, "enable");
  made.set("lines in the ledger", await appendLines(client));
  checkSize(made);
  await client.query("commit");
  for (const [what, count] of made) say(`${String(count).padStart(9)} ${what}`);
}

/** Figures are compared from run to run, so data of another size is refused. */
function checkSize(made: ReadonlyMap<string, number>): void {
  const wanted = { regencies: scale.regencies, "action plans": plans, actions };
  for (const [what, count] of Object.entries(wanted)) {
    if (made.get(what) !== count) throw new Error(`${made.get(what)} ${what} instead of ${count}`);
  }
}

async function main(): Promise<void> {
  const began = performance.now();
  const site = await openSite();
  const client = new pg.Client({ connectionString: site.url });
  try {
    await prepare(site);
    await client.connect();
    if (await isMade(client)) return say("The synthetic data is there already.");
    await make(client);
    await client.query("vacuum (analyze)");
    const { rows } = await client.query(
      "select pg_size_pretty(pg_database_size(current_database())) as size",
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`The synthetic data is made: ${rows[0].size} in ${seconds} s.`);
  } finally {
    await client.end();
    await site.leave();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
