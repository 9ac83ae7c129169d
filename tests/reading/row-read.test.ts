import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphQLSchema, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { visitor } from "../../src/access/index.js";
import { hubSchema } from "../../src/app/schema.js";
import { type Prepared, prepareRows, type RowBounds, RowRead } from "../../src/reading/index.js";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { hold, testPool, untilBlocked } from "../testkit/postgres/sessions.js";

// Whole lists, read row by row in one snapshot.

let hub: TestHub;
let pool: pg.Pool;
let schema: GraphQLSchema;
let database: Kysely<Record<string, never>>;

beforeAll(async () => {
  hub = await TestHub.start("regions");
  pool = testPool(hub.database.url, { max: 3 });
  database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  schema = await hubSchema();
});
afterAll(async () => {
  await pool.end();
  await hub.stop();
});

function prepared(text: string): Prepared {
  const document = parse(text);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  return prepareRows(schema, database, {
    document,
    operation,
    variables: {},
    viewer: visitor,
    language: "en",
  });
}

const open = (text: string, bounds: Partial<RowBounds> = {}) =>
  RowRead.open(pool, prepared(text), { mostMs: 60_000, ...bounds });

const regions = "{ regions { nodes { code name } } }";

/** The sessions of this test's pool that Postgres works for, or that hold a transaction. */
async function busy(): Promise<number> {
  const { rows } = await hub.sql.query(`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and query like '%exported_rows%' and state <> 'idle'
      and pid <> pg_backend_pid()`);
  return rows[0].count;
}

const untilFree = async () => {
  while ((await busy()) > 0) await hub.sql.query("select pg_sleep(0.005)");
};

describe("The rows of a whole list", () => {
  it("come in batches, all of them, in the order of the list", async () => {
    const read = await open(regions);
    const sizes: number[] = [];
    const codes: string[] = [];
    for await (const batch of read.batches()) {
      sizes.push(batch.length);
      codes.push(...batch.map((row) => JSON.parse(row).code));
    }
    const { rows } = await hub.sql.query("select code from region order by code");
    expect(codes).toEqual(rows.map(({ code }) => code));
    expect(sizes.length).toBeGreaterThan(30);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it("are those of one snapshot, whatever is written while they are read", async () => {
    const read = await open("{ organisations { nodes { key } } }");
    const operator = await tokenFor("operator@rembuk.example");
    const client = new CheckedClient(hub.url, { authorization: `Bearer ${operator}` });
    const input = { key: "later", name: "Later", sector: "UNIVERSITY" };
    const { position } = await write(client, "createOrganisation", input);
    const rows: string[] = [];
    for await (const batch of read.batches()) rows.push(...batch);
    expect(rows).toEqual([]);
    expect(read.position).toBe(Number(position) - 1);
  });

  it("give their connection back when reading stops early", async () => {
    const read = await open(regions);
    for await (const batch of read.batches()) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    await untilFree();
    const unread = await open(regions);
    await unread.close();
    await untilFree();
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it("end with the statement that runs when they are cancelled", async () => {
    const held = await hold(hub.database.url, "lock table organisation in access exclusive mode");
    const cancelling = new AbortController();
    const { signal } = cancelling;
    const reading = open("{ organisations { nodes { key } } }", { signal });
    await untilBlocked(hub.database.url, 1);
    cancelling.abort(new Error("cancelled"));
    await expect(reading).rejects.toThrow("cancelled");
    await untilBlocked(hub.database.url, 0);
    await held.release();
    await untilFree();
  });

  it("are refused after their time", async () => {
    const slow = async () => {
      const read = await open(regions, { mostMs: 200 });
      for await (const _ of read.batches()) await hub.sql.query("select pg_sleep(0.25)");
    };
    await expect(slow()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await untilFree();
    const held = await hold(hub.database.url, "lock table organisation in access exclusive mode");
    await expect(open("{ organisations { nodes { key } } }", { mostMs: 50 })).rejects.toMatchObject(
      { code: "UNAVAILABLE" },
    );
    await held.release();
  });

  it("are those of exactly one list, with its nodes", () => {
    expect(() => prepared("{ viewer { kind } }")).toThrow("cannot be planned");
    expect(() => prepared("{ regions { totalCount } }")).toThrow("cannot be planned");
    expect(() => prepared("{ regions { nodes { code } } areas { nodes { key } } }")).toThrow(
      "exactly one list",
    );
  });
});
