import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { addMadeUpData } from "./data.js";

/** What the oracle's hubs work on: the sample and made-up data, and API keys that work. */
export interface OracleDatabase {
  database: TestDatabase;
  keys: string[];
}

/** A database of its own with all of it; another seed makes up other data. */
export async function makeOracleDatabase(seed = 1): Promise<OracleDatabase> {
  const database = await testDatabase("sample");
  return { database, keys: await addMadeUpData(database.url, seed) };
}
