import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { getOperationAST } from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { Role, type Viewer, visitor } from "../../src/access/index.js";
import { coerceVariables } from "../../src/app/graphql/variables.js";
import { hubSchema } from "../../src/app/schema.js";
import { Planner, type PlanRequest, type Prepared } from "../../src/reading/planned/index.js";
import { schema, type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";
import { readPools } from "../testkit/random-documents/pools.js";
import { Questions } from "../testkit/random-documents/questions.js";
import { parsedStatement } from "../testkit/reading/parsed-statement.js";
import { queries, someId, variablesOf } from "../testkit/reading/portal-documents.js";

const randomDocuments = 150;

let database: TestDatabase;
let pool: pg.Pool;
let planner: Planner;

beforeAll(async () => {
  database = await testDatabase("sample");
  pool = testPool(database.url, { max: 1 });
  const writer = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  planner = new Planner(await hubSchema(), writer);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const member: Viewer = {
  ...visitor,
  kind: "user",
  memberships: new Map([[someId, new Set([Role.ADMIN])]]),
};
const viewers = [visitor, member, { ...visitor, operator: true }];

/**
 * Functions whose value follows from their arguments alone. A cached answer must call no other: add one
 * here only if it reads neither a clock, nor a setting, nor a table. `ledger_retained` gives its argument, or
 * fails: a page that was read before the ledger's horizon moved is whole.
 */
const pureFunctions = new Set([
  ...[
    "ledger_retained",
    "abs",
    "array_agg",
    "array_position",
    "avg",
    "bool_and",
    "bool_or",
    "cardinality",
    "ceil",
  ],
  ...["concat", "convert_to", "count", "date_trunc", "encode", "extract", "floor", "json_agg"],
  ...["json_build_array"],
  ...["json_build_object", "jsonb_agg", "jsonb_array_elements", "jsonb_array_elements_text"],
  ...["jsonb_array_length", "jsonb_build_object", "jsonb_each", "jsonb_exists", "jsonb_object_agg"],
  ...["jsonb_path_query", "jsonb_path_query_array", "jsonb_typeof", "left", "length", "lower"],
  ...[
    "max",
    "min",
    "read_absent",
    "read_within",
    "regexp_replace",
    "region_places",
    "round",
    "row_number",
    "rtrim",
    "string_agg",
  ],
  ...["concat_ws", "greatest", "least", "search_members", "search_query", "search_segments"],
  ...[
    "string_to_array",
    "strict_word_similarity",
    "to_tsvector",
    "ts_filter",
    "ts_match_vq",
    "ts_rank",
  ],
  ...["strpos", "sum", "timezone", "to_char", "to_json", "to_jsonb", "translate", "trunc"],
  ...["unnest", "upper", "now"],
]);

/** Every statement begins with the ledger's head, which no answer depends on. */
const head = "ledger_head";

/**
 * The table whose changes make those of a table: the words of search are made of a noun's rows, the known lines
 * are those of the ledger.
 */
const nounTable = (table: string): string =>
  table.replace(/_search$/, "").replace(/^change_known$/, "change");

/**
 * Compares the plan's record with what Postgres' parser finds in its text. What is recorded and not read
 * is no fault: a table, as that of a list of which nothing is selected, costs an eviction, and the date,
 * as of a filter's `isOverdue: {}`, costs an answer at midnight.
 */
async function expectRecorded({ sql, reads }: Prepared["plan"]): Promise<void> {
  const parsed = await parsedStatement(sql);
  expect(parsed.selfComparisons).toEqual([]);
  if (!reads) {
    expect(parsed.clocks).toBeGreaterThan(0);
    return;
  }
  const recorded = new Set([head, ...reads.tables]);
  expect(parsed.tables.filter((table) => !recorded.has(nounTable(table)))).toEqual([]);
  if (parsed.todays > 0) expect(reads.readsToday).toBe(true);
  expect(parsed.clocks).toBe(0);
  expect(parsed.functions.filter((name) => !pureFunctions.has(name))).toEqual([]);
}

describe(`A plan records what its statement reads, as Postgres' parser finds it (TEST_SEED=${seed})`, () => {
  it.each(queries)("for $name", async ({ document, operation }) => {
    for (const viewer of viewers) {
      const variables = variablesOf(operation);
      const request = { document, operation, variables, viewer, language: "en" } as const;
      const { plan } = planner.prepare(request);
      await expectRecorded(plan);
      const { tables, todays } = await parsedStatement(plan.sql);
      const read = tables.filter((table) => table !== head).map(nounTable);
      expect(plan.reads).toEqual({
        tables: [...new Set(read)].sort(),
        readsToday: todays > 0,
      });
    }
  });

  /** The plan; undefined where the arguments are at fault, or resolvers answer. */
  function planOf(request: PlanRequest): Prepared["plan"] | undefined {
    try {
      return planner.prepare(request).plan;
    } catch {
      return undefined;
    }
  }

  it("for random documents", async () => {
    const questions = new Questions(await readPools(database.url), ["visitor"]);
    let compared = 0;
    for (const { document, operationName, turns } of fc.sample(questions, {
      seed,
      numRuns: randomDocuments,
    })) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== "query") continue;
      const { values: variables, faults } = coerceVariables(
        schema,
        operation,
        turns[0] ?? {},
        true,
      );
      if (faults.length > 0) continue;
      for (const viewer of viewers) {
        const plan = planOf({ document, operation, variables, viewer, language: "id" });
        if (!plan) continue;
        await expectRecorded(plan);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(randomDocuments);
  });
});
