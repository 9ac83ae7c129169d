import "reflect-metadata";
import { parseArgs } from "node:util";
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
import { type Made, makeRows } from "./synthetic/make.js";
import { type Scale, scaleOf } from "./synthetic/scale.js";

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

/** Refuses data of another size, because figures are compared between runs. */
function checkSize(made: Made, { areas, plans, actions }: Scale): void {
  const expected = { areas, "action plans": plans, actions };
  for (const [title, count] of Object.entries(expected)) {
    if (made.get(title) !== count)
      throw new Error(`${made.get(title)} ${title} instead of ${count}`);
  }
}

async function main(): Promise<void> {
  const began = performance.now();
  const { values } = parseArgs({ options: { scale: { type: "string", default: "1" } } });
  const scale = scaleOf(Number(values.scale));
  const database = await openBenchDatabase(scale.factor);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await prepare(database);
    await client.connect();
    if (await isMade(client)) return say("The synthetic data exists already.");
    const made = await makeRows(client, scale);
    checkSize(made, scale);
    for (const [title, count] of made) say(`${String(count).padStart(9)} ${title}`);
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
