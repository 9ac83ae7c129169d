import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { openStore, projectFolder, type Store } from "../../../src/app/store.js";
import { verifyMinutes } from "../../../src/domain/deliberations/index.js";
import { verifyLedger } from "../../../src/ledger/index.js";
import { parseConfig } from "../../../src/platform/config.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { type TestDatabase, testFolder, testServer } from "../hub/index.js";
import { databaseUrl, onServer } from "../postgres/templates.js";

/** One table of an older hub: its columns, and its rows as a JSON array. */
export interface OlderTable {
  name: string;
  columns: string;
  rows: string;
}

/**
 * The tables of an older hub, as `tests/fixtures/upgrade/README.md` describes them.
 *
 * @param date the day of that hub, for example `2026-11-30`
 */
export function olderTables(date: string): OlderTable[] {
  const file = join(projectFolder(), "tests", "fixtures", "upgrade", `${date}.tsv.gz`);
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [name = "", columns = "", rows = "[]"] = line.split("\t");
    return { name, columns, rows };
  });
}

/**
 * A database with the schema of an older hub and its rows.
 *
 * @param lastMigration the last migration of that hub
 */
export async function olderDatabase(
  tables: readonly OlderTable[],
  lastMigration: string,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(testServer(), `create database ${name}`);
  const url = databaseUrl(testServer(), name);
  await withStore(url, ({ orm }) => orm.migrator.up({ to: lastMigration }));
  await fill(url, tables);
  return { url, drop: () => onServer(testServer(), `drop database ${name} with (force)`) };
}

/** The verdicts of `rembuk verify` on the ledger and on the minutes. */
export function verified(url: string) {
  return withStore(url, async ({ orm }) => {
    const em = orm.em.fork();
    return { ledger: await verifyLedger(em), minutes: await verifyMinutes(em) };
  });
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const config = parseConfig({
    NODE_ENV: "test",
    DATABASE_URL: url,
    REMBUK_DATA: testFolder(),
    STATEMENT_TIMEOUT_MS: "300000",
  });
  const store = await openStore(config, makeLogger({ logLevel: "silent", environment: "test" }));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Puts the rows in, without the triggers that refuse a write outside of a use case. */
async function fill(url: string, tables: readonly OlderTable[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const { name, columns, rows } of tables) {
      if (name === "schema_migration") continue;
      await client.query(`delete from ${name}`);
      await client.query(
        `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
        [rows],
      );
    }
  } finally {
    await client.end();
  }
}
