import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { PreparedRuns, type Repeated } from "../../src/platform/database/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";

// Statements as a connection prepares them, on real Postgres.

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase("regions");
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

let last = 0;

/** A statement that has run before: its next run is prepared. */
function repeated(sql: string): Repeated {
  last += 1;
  return { name: `test_${last}`, sql, runs: 1 };
}

async function connected<R>(use: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
}

/** How often Postgres describes columns on a connection while `act` runs. */
async function descriptionsIn(client: pg.PoolClient, act: () => Promise<unknown>): Promise<number> {
  // The cast: the driver's connection, which its types leave out.
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  let count = 0;
  const note = () => {
    count += 1;
  };
  connection.on("rowDescription", note);
  await act();
  connection.off("rowDescription", note);
  return count;
}

const columns = `select $1::int as whole, $2::timestamptz as instant, null::text as nothing,
  array['a', 'b'] as list, '{"a": 1}'::jsonb as json, $3::text as text`;
const values = [7, new Date(0), "é"];
const row = {
  whole: 7,
  instant: new Date(0),
  nothing: null,
  list: ["a", "b"],
  json: { a: 1 },
  text: "é",
};

describe("A prepared statement", () => {
  it("gives the same rows in each run, and is described once a connection", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      const statement = repeated(columns);
      const described = await descriptionsIn(client, async () => {
        for (let run = 0; run < 3; run += 1) {
          expect(await runs.run(client, statement, values)).toEqual([row]);
        }
      });
      expect(described).toBe(1);
    }));

  it("gives the rows of runs that are sent before the first is answered", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      const statement = repeated("select $1::int as n");
      const sent = [1, 2, 3].map((n) => runs.run(client, statement, [n]));
      expect((await Promise.all(sent)).flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    }));

  it("says how many rows a command has met", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      await client.query("create temp table met (n int)");
      const insert = repeated("insert into met select generate_series(1, $1::int)");
      const first = await runs.send(client, insert, [3]);
      const second = await runs.send(client, insert, [4]);
      expect([first, second].map(({ command, rowCount }) => [command, rowCount])).toEqual([
        ["INSERT", 3],
        ["INSERT", 4],
      ]);
    }));

  it("fails alone where a value cannot be sent", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      const statement = repeated("select $1::text as text");
      const bad = {
        toPostgres() {
          throw new Error("not a value");
        },
      };
      const sent = [["a"], [bad], ["b"]].map((given) => runs.run(client, statement, given));
      const [first, second, third] = await Promise.allSettled(sent);
      expect(first).toMatchObject({ value: [{ text: "a" }] });
      expect(second).toMatchObject({ reason: new Error("not a value") });
      expect(third).toMatchObject({ value: [{ text: "b" }] });
    }));

  it("is prepared again after a transaction in which it could not be", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      const statement = repeated("select $1::int as n");
      await client.query("begin");
      await client.query("select 1 / 0").catch(() => undefined);
      await expect(runs.run(client, statement, [1])).rejects.toMatchObject({ code: "25P02" });
      await client.query("rollback");
      expect(await runs.run(client, statement, [1])).toEqual([{ n: 1 }]);
    }));

  it("fails with the error of Postgres, and holds no later one up", () =>
    connected(async (client) => {
      const runs = new PreparedRuns();
      const statement = repeated("select 1 / $1::int as n");
      const sent = [1, 0, 1].map((n) => runs.run(client, statement, [n]));
      const results = await Promise.allSettled(sent);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(results[1]).toMatchObject({ reason: { code: "22012" } });
    }));
});
