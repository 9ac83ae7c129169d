import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from "graphql";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { Role, scopeOf, type Viewer, visitor } from "../../src/access/index.js";
import { hubSchema } from "../../src/app/schema.js";
import { Connections, openReadPool } from "../../src/platform/database/index.js";
import { makeLogger } from "../../src/platform/logger.js";
import { Planner, PlanRunner, type Prepared } from "../../src/reading/index.js";
import { bindScope, scopeToPlanWith } from "../../src/reading/planned/run.js";
import { TestHub } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { queries, someId, variablesOf } from "../testkit/reading/portal-documents.js";
import { readPaths } from "../testkit/reading/read-counts.js";

/** A viewer who coordinates for these organisations. */
const coordinatorOf = (...organisations: string[]): Viewer => ({
  ...visitor,
  kind: "user",
  memberships: new Map(organisations.map((id) => [id, new Set([Role.COORDINATOR])])),
});

const other = "6c7bcd37-6b19-4683-a6fe-66226f8d3bae";

let hub: TestHub;
let pool: pg.Pool;
let planner: (most?: number) => Planner;

beforeAll(async () => {
  hub = await TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0" });
  pool = testPool(hub.database.url, { max: 1 });
  const database = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  const schema = await hubSchema();
  planner = (most) => new Planner(schema, database, most);
});
afterAll(async () => {
  await pool.end();
  await hub.stop();
});

/** The plan of a document's only operation. */
function prepared(
  from: Planner,
  document: DocumentNode,
  variables: Record<string, unknown> = {},
  viewer: Viewer = visitor,
): Prepared {
  const operation = getOperationAST(document) as OperationDefinitionNode;
  return from.prepare({ document, operation, variables, viewer, language: "en" });
}

const pathOf = (ask: () => Promise<unknown>): Promise<string[]> => readPaths(hub, ask);

const mostMs = 10_000;

describe("A document becomes one statement", () => {
  it.each(queries)("$name", async ({ document, operation }) => {
    const ask = () =>
      hub.visitor.data(print(document), variablesOf(operation), operation.name?.value);
    expect(await pathOf(ask)).toEqual(["planned"]);
  });

  it("of which a field that none can answer is named by the counter", async () => {
    const ask = () => hub.visitor.data("{ __schema { queryType { name } } }");
    expect(await pathOf(ask)).toEqual(["resolver Query.__schema"]);
  });

  it("unless an argument is at fault, which the resolvers report with its place", async () => {
    const ask = async () => {
      const { errors, data } = await hub.visitor.ask(
        '{ a: programmes(first: 1) { nodes { key } } b: programmes(after: "x") { nodes { key } } }',
      );
      expect(data).toBeNull();
      expect(errors).toEqual([expect.objectContaining({ path: ["b"] })]);
    };
    expect(await pathOf(ask)).toEqual(["resolver argument"]);
  });

  it("unless its filters read too many tables for one statement, which resolvers read apart", async () => {
    const lists = Array.from(
      { length: 45 },
      (_, at) =>
        `a${at}: programmes(where: $where, first: 2) { nodes { owner { parent { parent { parent { key } } } } } }`,
    );
    const document = `query ($where: ProgrammeFilter) { ${lists.join(" ")} }`;
    const ask = (relations: number) => () =>
      hub.visitor.data(document, { where: { and: Array(relations).fill({ owner: {} }) } });
    expect(await pathOf(ask(10))).toEqual(["resolver size"]);
    expect(await pathOf(ask(2))).toEqual(["planned"]);
  });

  it("unless a value is absent where none may be, which the resolvers report with its place", async () => {
    const broken = `update programme set sources = '[{"date": "2022"}]' where key = 'pkk-kawasan'`;
    const guards = (state: string) => hub.sql.query(`alter table programme ${state} trigger all`);
    const { rows } = await hub.sql.query("select sources from programme where key = 'pkk-kawasan'");
    await guards("disable");
    await hub.sql.query(broken);
    const ask = async () => {
      const text = '{ programme(key: "pkk-kawasan") { key sources { publisher } } }';
      const { data, errors } = await hub.visitor.ask(text);
      expect(data).toEqual({ programme: null });
      const path = ["programme", "sources", 0, "publisher"];
      const code = expect.objectContaining({ code: "INTERNAL_SERVER_ERROR" });
      expect(errors).toEqual([expect.objectContaining({ path, extensions: code })]);
    };
    expect(await pathOf(ask)).toEqual(["resolver absent"]);
    const given = [JSON.stringify(rows[0].sources)];
    await hub.sql.query("update programme set sources = $1 where key = 'pkk-kawasan'", given);
    await guards("enable");
  });
});

describe("A plan", () => {
  const byArea = parse(`query ($where: ActionPlanFilter, $first: Int, $after: String) {
    actionPlans(where: $where, first: $first, after: $after) { nodes { id } } }`);
  const named = (from: Planner, variables: Record<string, unknown>) =>
    prepared(from, byArea, variables).plan.name;

  it("serves every value of a variable, and is made anew for another shape", () => {
    const kept = planner();
    const first = named(kept, { where: { title: { contains: "a" } } });
    expect(named(kept, { where: { title: { contains: "b" } } })).toBe(first);
    expect(named(kept, { where: { title: { eq: "b" } } })).not.toBe(first);
    expect(named(kept, { where: { area: { key: { in: ["a"] } } } })).toBe(
      named(kept, { where: { area: { key: { in: [] } } } }),
    );
    expect(named(kept, { first: 1 })).not.toBe(named(kept, { first: 2 }));
  });

  it("is one for each outcome of `@include` and `@skip`", () => {
    const kept = planner();
    const document = parse(
      "query ($more: Boolean!) { programmes { nodes { key title: key @include(if: $more) } } }",
    );
    const [long, short] = [true, false].map((more) => prepared(kept, document, { more }).plan);
    expect(long?.sql).toContain('"title":');
    expect(short?.sql).not.toContain('"title":');
  });

  it("is shared by viewers of one shape, each with their own organisations", () => {
    const kept = planner();
    const document = parse("{ actionPlans { nodes { id } } }");
    const [one, another] = [someId, other].map((id) =>
      prepared(kept, document, {}, coordinatorOf(id)),
    );
    expect(another?.plan).toBe(one?.plan);
    expect(one?.values).toContainEqual([someId]);
    expect(JSON.stringify(another?.values)).not.toContain(someId);
    expect(prepared(kept, document).plan).not.toBe(one?.plan);
  });

  it("is refused where a row filter made a list of its own of its viewer's organisations", () => {
    const scope = scopeToPlanWith(scopeOf(coordinatorOf(someId)));
    expect(bindScope(scope.organisations, scope)).toHaveProperty("read");
    expect(() => bindScope([...scope.organisations], scope)).toThrow("as they are");
    expect(() => bindScope(scope.organisations[0], scope)).toThrow("as they are");
  });

  it("is not made of a short document that asks for more objects than a statement may write", () => {
    const titles = Array.from({ length: 50 }, (_, at) => `t${at}: titleText { english }`).join(" ");
    const lists = Array.from({ length: 30 }, (_, at) => `a${at}: programmes { nodes { ...any } }`);
    const text = (fields: string[]) =>
      parse(`{ ${fields.join(" ")} } fragment any on Programme { ${titles} }`);
    expect(() => prepared(planner(), text(lists.slice(0, 15)))).not.toThrow();
    // No arguments of the document make it smaller: its objects are too many, and not its tables.
    expect(() => prepared(planner(), text(lists))).toThrow(
      expect.objectContaining({ field: "size", dependsOnArguments: false }),
    );
  });

  it("holds no text of the document but the names of its answer", () => {
    const text = 'O\'Neil \\ "$1" --';
    const document = parse(
      `{ evil: organisations(where: { name: { eq: ${JSON.stringify(text)} } }) { nodes { key } } }`,
    );
    const { plan, values } = prepared(planner(), document);
    expect(plan.sql).not.toContain("Neil");
    expect(values).toContain(text);
  });

  it("is forgotten when others were used after it", () => {
    const documents = ["key", "id", "version"].map((field) =>
      parse(`{ programmes { nodes { ${field} } } }`),
    );
    const [{ plan }] = documents.map((document) => prepared(planner(), document)) as [Prepared];
    const kept = planner(Math.ceil(2.5 * plan.sql.length));
    const names = () => documents.map((document) => prepared(kept, document).plan.name);
    const [first, second, third] = names();
    expect(prepared(kept, documents[2] as DocumentNode).plan.name).toBe(third);
    expect(prepared(kept, documents[1] as DocumentNode).plan.name).toBe(second);
    expect(prepared(kept, documents[0] as DocumentNode).plan.name).not.toBe(first);
  });

  it("names the fields that a document merges once", () => {
    const document = parse("{ programmes { nodes { key } } programmes { nodes { key id } } }");
    const keys: string[] = [];
    const { sql } = prepared(planner(), document).plan;
    for (const [, key] of sql.matchAll(/"(\w+)":/g)) if (key) keys.push(key);
    expect(keys).toEqual(["programmes", "nodes", "key", "id"]);
    const fields: FieldNode[] = [];
    visit(document, { Field: (node) => void fields.push(node) });
    expect(fields.length).toBeGreaterThan(keys.length);
  });
});

describe("A connection", () => {
  const silent = makeLogger({ logLevel: "silent", environment: "test" });

  /** Breaks a connection off without a word of Postgres, as a network or a crash does. */
  const cut = (client: pg.PoolClient) =>
    (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();

  const preparedNow = async () => {
    const { rows } = await pool.query<{ name: string }>("select name from pg_prepared_statements");
    return rows.map(({ name }) => name);
  };

  it("keeps a statement from its second run on, and gives up those that it used longest ago", async () => {
    const kept = planner();
    const documents = ["key", "id", "version"].map((field) =>
      parse(`{ programmes { nodes { ${field} } } }`),
    );
    const [{ plan }] = documents.map((document) => prepared(kept, document)) as [Prepared];
    const runner = new PlanRunner(pool, Math.ceil(2.5 * plan.sql.length));
    const run = (document: DocumentNode) => runner.run(prepared(kept, document), mostMs);
    const names = documents.map((document) => prepared(kept, document).plan.name);
    const [first] = documents as [DocumentNode];
    await run(first);
    expect(await preparedNow()).toEqual([]);
    const once = await run(first);
    expect(await preparedNow()).toEqual([names[0]]);
    for (const document of documents) for (const _ of "ab") await run(document);
    expect((await preparedNow()).sort()).toEqual(names.slice(1).sort());
    expect(await run(first)).toEqual(once);
    expect((await preparedNow()).sort()).toEqual([names[0], names[2]].sort());
  });

  it("is given up once it has planned many statements, and its successor reads on", async () => {
    const options = { url: hub.database.url, statementTimeoutMs: 10_000, logger: silent };
    const connections = new Connections(options);
    const reads = openReadPool({ connections, name: "read", poolSize: 1, logger: silent });
    const good = prepared(planner(), parse("{ programmes { nodes { key } } }"));
    const runner = new PlanRunner(reads, undefined, Math.ceil(2.5 * good.plan.sql.length));
    let opened = 0;
    reads.on("connect", () => {
      opened += 1;
    });
    const counts: number[] = [];
    for (let run = 0; run < 10; run += 1) {
      await runner.run(good, mostMs);
      counts.push(opened);
    }
    // Planned at its first run, and once more to be prepared: then it only runs.
    expect(counts).toEqual(Array(10).fill(1));
    for (let run = 0; run < 6; run += 1) {
      await runner.run({ ...good, plan: { ...good.plan, runs: 0 } }, mostMs);
      counts.push(opened);
    }
    expect(counts.slice(10)).toEqual([1, 2, 2, 2, 3, 3]);
    await reads.end();
  });

  it("that breaks off during a read ends the read, and not the process", async () => {
    const options = { url: hub.database.url, statementTimeoutMs: 10_000, logger: silent };
    const connections = new Connections(options);
    const reads = openReadPool({ connections, name: "read", poolSize: 1, logger: silent });
    const runner = new PlanRunner(reads);
    const good = prepared(planner(), parse("{ programmes { nodes { key } } }"));
    const endless = { ...good.plan, sql: "select pg_sleep(60), ''", runs: 0 };
    reads.once("acquire", (client) => cut(client));
    const broken = runner.run({ ...good, plan: endless, values: [] }, mostMs);
    await expect(broken).rejects.toThrow("Connection terminated unexpectedly");
    expect((await runner.run(good, mostMs)).data).toContain("pkk-kawasan");
    await reads.end();
  });

  it("goes on after a statement that failed", async () => {
    const runner = new PlanRunner(pool);
    const kept = planner();
    const good = prepared(kept, parse("{ programmes { nodes { key } } }"));
    const bad = { ...good, plan: { ...good.plan, sql: "select 1 / 0, ''", name: "bad", runs: 0 } };
    const values: unknown[] = [];
    await expect(runner.run({ ...bad, values }, mostMs)).rejects.toMatchObject({ code: "22012" });
    expect((await runner.run(good, mostMs)).data).toContain("pkk-kawasan");
  });
});
