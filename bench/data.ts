import "reflect-metadata";
import pg from "pg";
import { openStore } from "../src/app/store.js";
import { loadRegions } from "../src/domain/regions/index.js";
import { Ledger } from "../src/ledger/index.js";
import { migrate, preparing } from "../src/platform/database/index.js";
import {
  type BenchDatabase,
  benchConfig,
  benchLogger,
  openBenchDatabase,
} from "./bench-database.js";
import { functions } from "./synthetic/functions.js";
import { appendLines } from "./synthetic/ledger-lines.js";
import { actions, plans, scale } from "./synthetic/scale.js";
import { dataSteps } from "./synthetic/statements.js";

const say = (line: string): void => console.log(line);

/** Migrates the database and loads the regions, like a start of the hub. */
async function prepare({ url }: BenchDatabase): Promise<void> {
  const store = await openStore(benchConfig(url), benchLogger());
  try {
    await preparing(store.connections, () => migrate(store.orm));
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

/** The triggers that refuse a row without a change in the ledger. */
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
 * Makes all rows in one transaction. Foreign keys stay enabled. The ledger's guards are disabled in this
 * transaction only, because the ledger gets changes for a part of the rows.
 */
async function make(client: pg.Client): Promise<void> {
  await client.query("begin");
  await client.query(functions);
  await setGuards(client, "disable");
  const made = new Map<string, number>();
  for (const { title, sql } of dataSteps) {
    const { rowCount } = await client.query(sql);
    made.set(title, (made.get(title) ?? 0) + (rowCount ?? 0));
  }
  await setGuards(client, "enable");
  made.set("lines in the ledger", await appendLines(client));
  checkSize(made);
  await client.query("commit");
  for (const [title, count] of made) say(`${String(count).padStart(9)} ${title}`);
}

/** Refuses data of another size, because figures are compared between runs. */
function checkSize(made: ReadonlyMap<string, number>): void {
  const expected = { regencies: scale.regencies, "action plans": plans, actions };
  for (const [title, count] of Object.entries(expected)) {
    if (made.get(title) !== count)
      throw new Error(`${made.get(title)} ${title} instead of ${count}`);
  }
}

async function main(): Promise<void> {
  const began = performance.now();
  const database = await openBenchDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await prepare(database);
    await client.connect();
    if (await isMade(client)) return say("The synthetic data exists already.");
    await make(client);
    await client.query("vacuum (analyze)");
    const { rows } = await client.query(
      "select pg_size_pretty(pg_database_size(current_database())) as size",
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`The synthetic data is made: ${rows[0].size} in ${seconds} s.`);
  } finally {
    await client.end();
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
