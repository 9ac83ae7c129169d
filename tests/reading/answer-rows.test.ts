import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { visitor } from "../../src/access/index.js";
import { hubSchema } from "../../src/app/schema.js";
import { AnswerTooLong, Planner, PlanRunner } from "../../src/reading/index.js";
import { AbsentValue, AnswerWriter } from "../../src/reading/planned/answer-writer.js";
import type { PartsShape, Shape } from "../../src/reading/sql/sections.js";
import { TestHub } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { queries, variablesOf } from "../testkit/reading/portal-documents.js";

/** A row of a statement of sections: its section, the number of the row around it, its values. */
type GivenRow = readonly [section: number, around: number, ...values: (string | null)[]];

/** Rows as Postgres sends them. */
const messagesOf = (rows: readonly GivenRow[]): Buffer =>
  Buffer.concat(
    rows.map((row) => {
      const columns = row.map((value) => {
        const bytes = value === null ? undefined : Buffer.from(String(value));
        const length = Buffer.alloc(4);
        length.writeInt32BE(bytes?.length ?? -1);
        return Buffer.concat([length, bytes ?? Buffer.alloc(0)]);
      });
      const body = Buffer.concat(columns);
      const head = Buffer.alloc(6);
      head.writeInt32BE(head.length + body.length);
      head.writeInt16BE(row.length, 4);
      return Buffer.concat([head, body]);
    }),
  );

const answer = (shape: Shape, rows: readonly GivenRow[], mostBytes = 1_000_000) =>
  new AnswerWriter(shape, mostBytes).answer(messagesOf(rows));

const text = { is: "value", form: "text", nullable: false } as const;
const parts = (...all: PartsShape["parts"]): PartsShape => ({
  is: "parts",
  parts: all,
  nullable: false,
});
const list = (section: number, item: Shape): Shape => ({ is: "list", section, item });

describe("The text of an answer from rows", () => {
  it("escapes texts as JSON does", () => {
    const ascii = String.fromCharCode(...Array.from({ length: 127 }, (_, at) => at + 1));
    for (const one of [ascii, "", 'a"b\\c\n', "é – 😀 \u2028\ud7ff", "x".repeat(100_000)]) {
      expect(answer(text, [[0, 1, "7", one]])).toEqual({ position: 7, data: JSON.stringify(one) });
    }
  });

  it("has each row below the one that it belongs to, also where some have none", () => {
    const shape = list(1, parts('{"a":', text, ',"b":', list(2, text), "}"));
    const rows: GivenRow[] = [
      [0, 1, "7"],
      ...(["x", "y", "z"] as const).map((one): GivenRow => [1, 1, one]),
      ...(
        [
          [1, "p"],
          [3, "q"],
          [3, "r"],
        ] as const
      ).map(([at, one]): GivenRow => [2, at, one]),
    ];
    expect(JSON.parse(answer(shape, rows).data)).toEqual([
      { a: "x", b: ["p"] },
      { a: "y", b: [] },
      { a: "z", b: ["q", "r"] },
    ]);
    expect(answer(shape, [[0, 1, "7"]]).data).toBe("[]");
  });

  it("leaves out the values and the rows below what is absent", () => {
    const other: Shape = {
      ...parts('{"c":', text, ',"d":', list(2, text), "}"),
      nullable: true,
      columns: { count: 1, isFirstApart: false },
    };
    const rows: GivenRow[] = [
      [0, 1, "7"],
      [1, 1, null, "after"],
      [1, 1, "here", "then"],
      [2, 1, "never asked for"],
      [2, 2, "below"],
    ];
    const { data } = answer(list(1, parts("[", other, ",", text, "]")), rows);
    expect(JSON.parse(data)).toEqual([
      [null, "after"],
      [{ c: "here", d: ["below"] }, "then"],
    ]);
  });

  it("ends where a value is absent against the schema, and where it is too long", () => {
    const absent = { ...text, absent: "Plan.title" };
    expect(() => answer(absent, [[0, 1, "7", null]])).toThrow(AbsentValue);
    expect(() => answer(text, [[0, 1, "7", "long"]], 5)).toThrow(AnswerTooLong);
    expect(answer(text, [[0, 1, "7", "long"]], 6).data).toBe('"long"');
  });

  it("is not made of rows that are out of order", () => {
    const rows: GivenRow[] = [
      [0, 1, "7"],
      [1, 2, "b"],
      [1, 1, "a"],
    ];
    expect(() => answer(list(1, text), rows)).toThrow("out of order");
  });
});

interface PlanNode {
  "Relation Name"?: string;
  "Actual Loops": number;
  Plans?: PlanNode[];
}

/** The tables that Postgres has read from. */
const readBy = (node: PlanNode): string[] => [
  ...(node["Relation Name"] && node["Actual Loops"] > 0 ? [node["Relation Name"]] : []),
  ...(node.Plans ?? []).flatMap(readBy),
];

describe("A statement of rows", () => {
  let hub: TestHub;
  let pool: pg.Pool;
  let planner: Planner;
  beforeAll(async () => {
    hub = await TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0" });
    pool = testPool(hub.database.url, { max: 1, options: "-c timezone=UTC" });
    const database = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
    planner = new Planner(await hubSchema(), database);
  });
  afterAll(async () => {
    await pool.end();
    await hub.stop();
  });

  const prepared = (document: DocumentNode, variables: object, mayBeRows: boolean) => {
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const asked = { document, operation, variables: variables as Record<string, unknown> };
    return planner.prepare({ ...asked, viewer: visitor, language: "en", mayBeRows });
  };

  it.each(queries)("gives the answer that Postgres writes, byte for byte: $name", async (one) => {
    const document = { ...one.document, definitions: one.document.definitions };
    const only = document.definitions.filter(
      (definition) => definition === one.operation || definition.kind === "FragmentDefinition",
    );
    const runner = new PlanRunner(pool);
    const [rows, written] = [true, false].map((mayBeRows) =>
      prepared({ ...document, definitions: only }, variablesOf(one.operation), mayBeRows),
    );
    if (!rows || !written) throw new Error("both are planned");
    const mostMs = 10_000;
    expect((await runner.run(rows, mostMs)).data).toBe((await runner.run(written, mostMs)).data);
  });

  it("has lists within lists as rows of their own", () => {
    const document =
      parse(`{ actionPlans(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes {
      title lead { name } actions(first: 3) { totalCount nodes { title milestones { title } } } } } }`);
    const { plan } = prepared(document, {}, true);
    expect(plan.rows).toBeDefined();
    expect(plan.sql.match(/ union all /g)).toHaveLength(3);
    expect(plan.sql).not.toContain("string_agg");
  });

  it("reads no list below a row that may be absent where it is", () => {
    const document = parse("{ actionPlans { nodes { area { key regions { name } } } } }");
    const { sql } = prepared(document, {}, true).plan;
    expect(sql).toMatch(/where \("t\d+"\."id" is not null\)/);
  });

  it("reads nothing for a standby where it is not on one, or lacks the position", async () => {
    const document = parse("{ actionPlans { nodes { title actions { nodes { title } } } } }");
    const rows = prepared(document, {}, true);
    const query = jest.spyOn(pg.Client.prototype, "query");
    expect(await new PlanRunner(pool).runOnStandby(rows, 10_000, 0)).toBeUndefined();
    const sent = query.mock.calls.map(([one]) => one as unknown as pg.QueryConfig);
    query.mockRestore();
    const { text = "", values = [] } = sent.find((one) => one.text?.includes("union all")) ?? {};
    const explained = await pool.query(`explain (analyze, format json) ${text}`, values);
    const [{ Plan: plan }] = explained.rows[0]["QUERY PLAN"];
    expect(plan).toMatchObject({ "Node Type": "Result", "Actual Rows": 0 });
    expect(readBy(plan)).toEqual(["ledger_head"]);
  });

  it("depends on what its text depends on", () => {
    const document = parse(
      "query ($id: ID!) { actionPlan(id: $id) { title actions { nodes { title } } } }",
    );
    const id = "5b7bcd37-6b19-5683-b6fe-66226f8d3bae";
    const [rows, written] = [true, false].map((one) => prepared(document, { id }, one).tags());
    expect(rows).toEqual(written);
  });
});
