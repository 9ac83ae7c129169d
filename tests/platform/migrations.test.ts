import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { Migration20261130000000_text_languages as TextLanguages } from "../../migrations/20261130000000_text_languages.js";
import { openStore, type Store } from "../../src/app/store.js";
import { parseConfig } from "../../src/platform/config.js";
import { makeLogger } from "../../src/platform/logger.js";
import { type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";

describe("the migrations", () => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await testDatabase("sample");
    const env = {
      NODE_ENV: "test",
      DATABASE_URL: asSuperuser(database.url),
      REMBUK_DATA: testFolder(),
    };
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

  it("store texts under the names of their languages, and change no word of them", async () => {
    const text = (english: string, indonesian: string) => ({ english, indonesian });
    const texts = {
      name: text('He says "id": 1, "en": 2', JSON.stringify({ id: "en" })),
      sections: [{ key: "id", title: { ...text("id", "en"), missing: [] }, questions: [] }],
    };
    const old = (value: object) =>
      JSON.stringify(value).replaceAll('"english":', '"en":').replaceAll('"indonesian":', '"id":');
    const client = new pg.Client(asSuperuser(database.url));
    await client.connect();
    try {
      // Without the triggers that refuse a write outside of a use case.
      await client.query("set session_replication_role = replica");
      // Search came later: its triggers hold the types of the columns that they follow.
      for (const table of ["programme", "indicator", "instrument"]) {
        await client.query(`drop trigger ${table}_search_kept on ${table}`);
      }
      await client.query("update programme set name = $1", [old(texts.name)]);
      await client.query("update indicator set title_text = $1", [old(texts.name)]);
      await client.query(
        "update instrument set title_text = $1, sections = $2, dimension_details = '[]'",
        [old(texts.name), old(texts.sections)],
      );
      const migration = new TextLanguages(store.orm.em.getDriver(), store.orm.config);
      migration.up();
      for (const statement of migration.getQueries()) await client.query(String(statement));
      const { rows } = await client.query(
        `select name, null::jsonb as sections from programme union select title_text, null from indicator
         union select title_text, sections from instrument order by 2`,
      );
      expect(rows).toEqual([texts, { ...texts, sections: null }]);
    } finally {
      await client.end();
    }
  });
});
