import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openStore, type Store } from "../../src/app/store.js";
import { parseConfig } from "../../src/platform/config.js";
import { makeLogger } from "../../src/platform/logger.js";
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";

describe("the migrations", () => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await testDatabase("regions");
    const env = { NODE_ENV: "test", DATABASE_URL: database.url, REMBUK_DATA: testFolder() };
    const logger = makeLogger({ logLevel: "silent", environment: "test" });
    store = await openStore(parseConfig(env), logger, { useSnapshot: true });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it("make the tables that the classes describe, no more and no less", async () => {
    expect((await store.orm.schema.getUpdateSchemaSQL()).trim()).toBe("");
  });

  it("have a snapshot as new as the classes: run `npm run rembuk -- migrate --make <name>`", async () => {
    expect(await store.orm.migrator.checkSchema()).toBe(false);
  });
});
