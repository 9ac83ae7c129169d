import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { Organisation, Sector } from "../../src/domain/stakeholders/index.js";
import { ChangeKind, canonicalBody } from "../../src/ledger/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { insertion, keyOf, nounTables, rowFor, smuggle } from "../testkit/postgres/noun-tables.js";
import { asSuperuser, type OpenLedger, openLedger } from "../testkit/postgres/sessions.js";

/** The error of the ledger's guards. */
const refused = { code: "RB001" };

/** The end of a transaction with one statement. */
type Ending = "committed" | { code: string; message: string };

async function attempt(
  client: pg.Client,
  statement: string,
  values: unknown[] = [],
): Promise<Ending> {
  try {
    await client.query("begin");
    await client.query(statement, values);
    await client.query("commit");
    return "committed";
  } catch (error) {
    await client.query("rollback");
    const { code = "", message } = error as pg.DatabaseError;
    return { code, message };
  }
}

/** A line about a subject, as a use case appends it. */
const lineAbout = (entityId: string): string =>
  canonicalBody({
    at: new Date().toISOString(),
    actor: "hub",
    operation: "test",
    entity: "Organisation",
    entityId,
    kind: ChangeKind.UPDATED,
    diff: {},
  });

describe("a write without a change", () => {
  let database: TestDatabase;
  let client: pg.Client;
  let open: OpenLedger;
  let tables: string[];

  beforeAll(async () => {
    database = await testDatabase("sample");
    client = new pg.Client({ connectionString: asSuperuser(database.url) });
    await client.connect();
    open = await openLedger(database.url);
    tables = await nounTables(client);
  });
  afterAll(async () => {
    await open.close();
    await client.end();
    await database.drop();
  });

  const single = async <T>(statement: string, values: unknown[] = []): Promise<T> =>
    (await client.query(statement, values)).rows[0];

  /** The results of the four ways to write to a table by SQL without the ledger. */
  async function waysInto(table: string): Promise<Record<string, Ending>> {
    const [insert, values] = insertion(table, await rowFor(client, table));
    const row = await smuggle(client, table);
    const key = await keyOf(client, table);
    return {
      insert: await attempt(client, insert, values),
      update: await attempt(client, `update ${table} set ${key} = ${key} where ${key} = $1`, [
        row[key],
      ]),
      delete: await attempt(client, `delete from ${table} where ${key} = $1`, [row[key]]),
      truncate: await attempt(client, `truncate ${table} cascade`),
    };
  }

  const size = async (table: string): Promise<number> =>
    (await single<{ n: number }>(`select count(*)::int as n from ${table}`)).n;

  it("is refused by every table of the database, and leaves nothing there", async () => {
    expect(tables).toEqual(expect.arrayContaining(["action", "membership", "region"]));
    const before = await single("select position, hash from ledger_head");
    for (const table of tables) {
      const rows = await size(table);
      const ways = await waysInto(table);
      const found = { table, ways, rows: await size(table) };
      const own = { ...refused, message: expect.stringContaining(` ${table} `) };
      // The additional row is the one that the test inserted past the guards.
      expect(found).toEqual({
        table,
        ways: {
          insert: expect.objectContaining(own),
          update: expect.objectContaining(own),
          delete: expect.objectContaining(own),
          truncate: expect.objectContaining(own),
        },
        rows: rows + 1,
      });
    }
    expect(await single("select position, hash from ledger_head")).toEqual(before);
  });

  it("succeeds on a table that a migration forgot to guard, and this test detects it", async () => {
    await client.query("create table forgotten (id uuid primary key, name text not null)");
    try {
      expect(await nounTables(client)).toEqual([...tables, "forgotten"].toSorted());
      expect(await waysInto("forgotten")).toEqual({
        insert: "committed",
        update: "committed",
        delete: "committed",
        truncate: "committed",
      });
    } finally {
      await client.query("drop table forgotten");
    }
  });

  it("is refused even if the same transaction has a change of another subject", async () => {
    const [one, other] = await twoOrganisations();
    await client.query("begin");
    await client.query("select ledger_append($1::text[])", [[lineAbout(one)]]);
    await client.query("update organisation set note = 'forged' where id = $1", [other]);
    await expect(client.query("commit")).rejects.toMatchObject(refused);
    const [note] = await notesOf(other);
    expect(note).toBeNull();
  });

  it("is refused if the change was in the session's previous transaction", async () => {
    const [one] = await twoOrganisations();
    await client.query("begin");
    await client.query("update organisation set note = 'noted' where id = $1", [one]);
    await client.query("select ledger_append($1::text[])", [[lineAbout(one)]]);
    await client.query("commit");
    const later = await attempt(client, "update organisation set note = 'untold' where id = $1", [
      one,
    ]);
    expect(later).toMatchObject(refused);
    expect(await notesOf(one)).toEqual(["noted"]);
  });

  it("is refused if the change was rolled back to a savepoint", async () => {
    const [one] = await twoOrganisations();
    await client.query("begin");
    await client.query("savepoint before_the_change");
    await client.query("select ledger_append($1::text[])", [[lineAbout(one)]]);
    await client.query("rollback to savepoint before_the_change");
    await client.query("update organisation set note = 'forged' where id = $1", [one]);
    await expect(client.query("commit")).rejects.toMatchObject(refused);
  });

  it("is refused by the ledger: its lines are never changed, removed or truncated", async () => {
    const before = await size("change");
    for (const statement of [
      "update change set actor = 'nobody' where position = 1",
      "delete from change where position = 1",
      "truncate change",
    ]) {
      expect(await attempt(client, statement)).toMatchObject(refused);
    }
    expect(await size("change")).toBe(before);
  });

  it("is refused to the ORM outside of a use case, in its unit of work and past it", async () => {
    const em = open.orm.em.fork();
    const id = randomUUID();
    em.create(Organisation, newOrganisation(id));
    await expect(em.flush()).rejects.toThrow("Writes go through Ledger.transact");
    const insert = open.orm.em.fork().insert(Organisation, newOrganisation(id));
    await expect(insert).rejects.toMatchObject(refused);
    expect(await notesOf(id)).toEqual([]);
  });

  it("is refused in a use case that writes past its unit of work", async () => {
    const [one] = await twoOrganisations();
    const act = { actor: "hub", organisation: undefined, operation: "test" };
    const past = open.ledger.transact(act, (em) =>
      em.nativeUpdate(Organisation, { id: one }, { contact: "forged" }),
    );
    await expect(past).rejects.toMatchObject(refused);
  });

  const newOrganisation = (id: string) =>
    ({
      id,
      key: id,
      name: "Lembaga tanpa jejak",
      sector: Sector.NGO,
      stateOwned: false,
      version: 1,
      sources: [],
      createdAt: new Date(),
    }) as unknown as Organisation;

  async function twoOrganisations(): Promise<[string, string]> {
    const { rows } = await client.query(
      "select id from organisation where note is null order by id desc limit 2",
    );
    return [rows[0].id, rows[1].id];
  }

  async function notesOf(id: string): Promise<(string | null)[]> {
    const { rows } = await client.query("select note from organisation where id = $1", [id]);
    return rows.map(({ note }) => note);
  }
});
