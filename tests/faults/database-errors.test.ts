import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import { ErrorPresenter } from "../../src/app/errors/error-presenter.js";
import { httpHeadOf } from "../../src/app/errors/http-status.js";
import { Metrics } from "../../src/app/metrics.js";
import { testServer } from "../testkit/hub/test-hub.js";
import { databaseUrl } from "../testkit/postgres/templates.js";

const presenter = new ErrorPresenter(
  pino({ level: "silent" }),
  { tokens: 1000 },
  new Metrics().shownErrors,
);

/** What a requester sees of an error: its code and its HTTP status. */
const shown = (error: unknown) => [
  presenter.present(error, "en").extensions?.code,
  httpHeadOf(error).status,
];

interface Refusal {
  code: string;
  severity: string;
}

/** The error of Postgres for statements on one connection, of which the last one fails. */
async function errorOf(url: string, ...statements: pg.QueryConfig[]): Promise<Refusal> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    return error as Refusal;
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new Error("Postgres took all statements");
}

const text = (sql: string, values: unknown[] = []): pg.QueryConfig => ({ text: sql, values });
const many = (count: number, item: string): string => Array(count).fill(item).join(",");

const outage = ["UNAVAILABLE", 503];
const badInput = ["BAD_USER_INPUT", 400];
const tooComplex = ["QUERY_TOO_COMPLEX", 400];
const fault = ["INTERNAL_SERVER_ERROR", 500];

let url: string;
let holder: pg.Client;
beforeAll(async () => {
  url = databaseUrl(testServer(), "postgres");
  holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query("select pg_advisory_lock(13)");
});
afterAll(() => holder.end());

describe("An error of Postgres", () => {
  it.each<[string, string, pg.QueryConfig[], (string | number)[]]>([
    ["08P01", "a NUL in a statement", [text("select '\u0000'")], fault],
    ["08P01", "too many parameters", [text("select $1", Array(65_537).fill("a"))], fault],
    ["22021", "a NUL in a parameter", [text("select $1::text", ["a\u0000"])], badInput],
    ["22P05", "a NUL in JSON", [text("select $1::jsonb ->> 0", ['["\\u0000"]'])], badInput],
    [
      "54000",
      "a text that is too long for an index",
      [
        text("create temp table long (t text); create index on long (t)", undefined),
        text("insert into long select string_agg(md5(n::text), '') from generate_series(1, 200) n"),
      ],
      tooComplex,
    ],
    ["54001", "a deep expression", [text(`select 1${"+1".repeat(50_000)}`)], tooComplex],
    ["54011", "too many columns", [text(`select ${many(1665, "1")}`)], tooComplex],
    ["54023", "too many arguments", [text(`select concat(${many(101, "1")})`)], tooComplex],
    [
      "57014",
      "a statement's time",
      [text("set statement_timeout = 1"), text("select pg_sleep(5)")],
      outage,
    ],
    [
      "55P03",
      "a lock's time",
      [text("set lock_timeout = 1"), text("select pg_advisory_lock(13)")],
      outage,
    ],
    ["57P01", "a session's end", [text("select pg_terminate_backend(pg_backend_pid())")], outage],
    [
      "25006",
      "a server without writes",
      [text("begin read only"), text("create table t ()")],
      outage,
    ],
    ["22P02", "a text that is no number", [text("select $1::int", ["a"])], fault],
    ["22003", "a number out of range", [text("select 2147483647 + 1")], fault],
    ["42P01", "a table that does not exist", [text("select 1 from nothing_of_this_name")], fault],
  ])("%s, %s, is shown by who can act on it", async (code, _, statements, right) => {
    const error = await errorOf(url, ...statements);
    expect(error.code).toBe(code);
    expect(shown(error)).toEqual(right);
  });

  it("for the hub's own role or database is an outage", async () => {
    const stranger = new URL(url.replace(/\/\/[^@]*@/, "//stranger@"));
    expect(shown(await errorOf(String(stranger)))).toEqual(outage);
    expect(shown(await errorOf(databaseUrl(testServer(), "nothing")))).toEqual(outage);
  });

  it("08P01 is an outage where a pooler ends the connection by it", () => {
    const error = (severity: string) => Object.assign(new Error("x"), { code: "08P01", severity });
    expect(shown(error("FATAL"))).toEqual(outage);
    expect(shown(error("ERROR"))).toEqual(fault);
    for (const code of ["08000", "08001", "08003", "08004", "08006", "08007"])
      expect(shown(Object.assign(new Error("x"), { code }))).toEqual(outage);
  });
});
