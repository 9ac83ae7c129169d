import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { projectFolder } from "../../src/app/store.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { inSession, testPool } from "../testkit/postgres/sessions.js";
import { olderDatabase } from "../testkit/upgrade/older-hub.js";
import { breaks, type SchemaFacts, schemaFacts } from "../testkit/upgrade/schema-facts.js";

describe("The oldest migration that a hub must know to use a database", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let oldest: string;
  let older: SchemaFacts;

  beforeAll(async () => {
    database = await testDatabase("regions");
    pool = testPool(database.url, { max: 1 });
    oldest = (await pool.query("select oldest from schema_support")).rows[0].oldest;
    const before = await olderDatabase([], oldest);
    const session = testPool(before.url, { max: 1 });
    older = await schemaFacts(session);
    await session.end();
    await before.drop();
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it("is one of the migrations", () => {
    const names = readdirSync(join(projectFolder(), "migrations"));
    expect(names).toContain(`${oldest}.ts`);
  });

  // Where this fails: a hub of the release before may still run. Let the new migration keep what that uses, and
  // take it away with the next release; else it says "update schema_support set oldest = '<its own name>'".
  it("leaves all that hubs rely on which know no later one, and asks nothing more of their writes", async () => {
    expect(breaks(older, await schemaFacts(pool))).toEqual([]);
  });

  it.each([
    ["alter table area drop column theme cascade", "gone: column area.theme"],
    ["alter table area rename column theme to topic", "gone: column area.theme"],
    ["drop function ledger_after", "gone: function ledger_after"],
    ["alter table ledger_head alter column hash type varchar(64)", "gone: column ledger_head.hash"],
    ["alter table rate_limit add column kind text not null", "new: column rate_limit.kind must"],
    ["alter table area add check (version > 0)", "new: constraint area: CHECK"],
    ["create unique index on area (theme)", "new: index CREATE UNIQUE INDEX"],
  ])("is found too old after: %s", async (statement, found) => {
    const lines = await inSession(database.url, async (client) => {
      await client.query("begin");
      await client.query(statement);
      return breaks(older, await schemaFacts(client));
    });
    expect(lines.some((line) => line.startsWith(found))).toBe(true);
  });
});
