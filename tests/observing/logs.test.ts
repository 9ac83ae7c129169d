import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { RequestLog } from "../../src/app/observing/request-log.js";
import { SlowStatementLog } from "../../src/app/observing/slow-statements.js";
import { StatementPlans, withoutLiterals } from "../../src/app/observing/statement-plans.js";
import { LineBudget } from "../../src/platform/line-budget.js";
import { makeLogger } from "../../src/platform/logger.js";
import { RequestFacts } from "../../src/platform/request-facts.js";
import { tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { KeptLog, type Line } from "../testkit/observing/kept-log.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";

let world: World;
let party: Party;
const log = new KeptLog();

beforeAll(async () => {
  // Every statement that waits for something is slow.
  world = await World.start({ SLOW_STATEMENT_MS: "5", LOG_REQUESTS_PER_SECOND: "100000" }, log);
  party = await world.organisation();
});
afterAll(() => world.stop());

const lineOf = (name: string, msg = "answered"): Promise<Line> =>
  log.line((line) => line.name === name && line.msg === msg);

const provinces = (name: string) => `query ${name} { regions(first: 2) { nodes { code } } }`;

describe("a request", () => {
  it("has one line with its operation, what it cost and who asked by kind", async () => {
    const member = await world.member(party, "COORDINATOR");
    await member.with({ "x-request-id": "portal-7" }).data(provinces("OneLine"));
    const line = await lineOf("OneLine");
    expect(line).toMatchObject({
      ...{ level: "info", requestId: "portal-7", method: "POST", route: "/graphql", status: 200 },
      ...{ type: "query", path: "planned", requester: "person of UNIVERSITY" },
      document: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ ms: expect.any(Number), answeredMs: expect.any(Number), waitedMs: expect.any(Number) },
      ...{ bytes: expect.any(Number), rows: expect.any(Number), statements: expect.any(Number) },
    });
    expect(line.bytes).toBeGreaterThan(100);
    expect(line.statements).toBeGreaterThan(0);
    const isIts = ({ name, msg }: Line) => name === "OneLine" && msg === "answered";
    expect(log.lines.filter(isIts)).toHaveLength(1);
    expect(line).not.toHaveProperty("trace_id");
  });

  it("tells visitors, keys and operators apart, and why it was refused", async () => {
    await world.visitor().data(provinces("ByVisitor"));
    await (await world.key(party, "READ")).data(provinces("ByKey"));
    await (await world.operator).data(provinces("ByOperator"));
    const refused =
      "mutation ByNobody($input: CreateAreaInput!) { createArea(input: $input) { position } }";
    await world.visitor().ask(refused, { input: { name: "Kawasan", regions: ["36.02"] } });
    const kinds = await Promise.all(
      ["ByVisitor", "ByKey", "ByOperator"].map((name) => lineOf(name)),
    );
    expect(kinds.map(({ requester }) => requester)).toEqual(["visitor", "key", "operator"]);
    expect(await lineOf("ByNobody")).toMatchObject({
      ...{ code: "UNAUTHENTICATED", type: "mutation", path: "refused" },
    });
  });

  it("over a WebSocket has a line too, and a subscription when it ends", async () => {
    const socket = world.hub.socket(await tokenFor("operator@rembuk.example"));
    for await (const { errors } of socket.iterate({ query: provinces("BySocket") })) {
      expect(errors).toBeUndefined();
    }
    expect(await lineOf("BySocket")).toMatchObject({
      ...{ method: "WebSocket", type: "query", path: "planned", requester: "operator" },
      bytes: expect.any(Number),
    });
    const stream = socket.iterate({ query: "subscription ByStream { changes { position } }" });
    const first = stream.next();
    await write(await world.operator, "createArea", {
      name: world.unique("K"),
      regions: ["36.02"],
    });
    // Its start may come after that change: another is its first then.
    const more = setInterval(async () => {
      await write(await world.operator, "createArea", {
        name: world.unique("K"),
        regions: ["36.02"],
      });
    }, 200);
    await first;
    clearInterval(more);
    const isItsEnd = ({ name, msg }: Line) => name === "ByStream" && msg === "answered";
    expect(log.lines.some(isItsEnd)).toBe(false);
    await stream.return?.();
    expect(await lineOf("ByStream")).toMatchObject({ type: "subscription", level: "info" });
  });

  it("to an address of machines, as /health/live, has none", async () => {
    await fetch(new URL("/health/live", world.hub.url));
    await fetch(new URL("/nowhere?token=s3cr3t", world.hub.url));
    expect(await log.line(({ status }) => status === 404)).toMatchObject({ route: "none" });
    expect(log.lines.some(({ route }) => String(route).startsWith("/health/"))).toBe(false);
  });

  it("is slow from a time on, and its line says so", () => {
    const kept = new KeptLog();
    const logger = makeLogger({ logLevel: "info", environment: "test" }, kept);
    const settings = { requestsPerSecond: 100, slowOperationMs: 50, slowStatementMs: 0 };
    const requests = new RequestLog(settings, logger, { shown: (name) => name });
    const ended = (facts: Partial<RequestFacts>) =>
      requests.ended(
        { requestId: newId(), language: "en", facts: Object.assign(new RequestFacts(), facts) },
        { method: "POST", route: "/graphql", status: 200 },
      );
    ended({ type: "query", name: "Slow", answeredMs: 50 });
    ended({ type: "query", name: "Quick", answeredMs: 49 });
    // A stream lasts as long as it is wanted.
    ended({ type: "subscription", name: "Stream", answeredMs: 5000 });
    expect(kept.lines.map(({ name, level, msg }) => [name, level, msg])).toEqual([
      ["Slow", "warn", "slow request"],
      ["Quick", "info", "answered"],
      ["Stream", "info", "answered"],
    ]);
  });
});

describe("a flood of lines", () => {
  it("is cut to a number a second, and the rest is counted", async () => {
    const told = Promise.withResolvers<number>();
    const budget = new LineBudget(5, told.resolve);
    const started = performance.now();
    const taken = Array.from({ length: 1000 }, () => budget.take()).filter(Boolean).length;
    const seconds = Math.ceil((performance.now() - started) / 1000);
    expect(taken).toBeGreaterThanOrEqual(5);
    expect(taken).toBeLessThanOrEqual(5 * (seconds + 1));
    const keepsAlive = setInterval(() => undefined, 1000);
    expect(await told.promise).toBeLessThanOrEqual(1000 - taken);
    clearInterval(keepsAlive);
  });
});

describe("a slow statement", () => {
  /** Lets a mutation wait for the ledger's head. */
  async function waiting(name: string): Promise<void> {
    const held = await holdHead(world.hub.database.url);
    const document = `mutation ${name}($input: CreateAreaInput!) { createArea(input: $input) { position } }`;
    const input = { name: `Kawasan-Rahasia ${name}`, regions: ["36.02"] };
    const asked = (await world.operator).data(document, { input });
    await untilBlocked(world.hub.database.url, 1);
    // Slow is what lasts longer than the setting.
    await delay(20);
    await held.release();
    await asked;
  }

  it("has a line with its hash, and for whom it ran", async () => {
    const isIts = ({ msg, name }: Line) => msg === "slow statement" && /^Waits/.test(String(name));
    let slow: Line | undefined;
    // On a busy machine so many are slow that not all have a line.
    for (let at = 1; !slow; at += 1) {
      await waiting(`Waits${at}`);
      slow = log.lines.find(isIts);
    }
    expect(slow).toMatchObject({
      ...{ level: "warn", statement: expect.stringMatching(/^[0-9a-f]{16}$/) },
      ...{ type: "mutation", requester: "operator", requestId: expect.any(String) },
      ...{ ms: expect.any(Number), command: expect.stringMatching(/^[A-Z]+$/) },
    });
    expect(log.written.join("")).not.toMatch(/Rahasia|@rembuk\.example/);
  });

  it("has its text and its plan in a line of their own, once", async () => {
    const kept = new KeptLog();
    const logger = makeLogger({ logLevel: "info", environment: "test" }, kept);
    const slow = new SlowStatementLog({ slowStatementMs: 1 }, logger, world.hub.sql);
    await world.hub.sql.query("select 1");
    const text = "select 1 from region where code = $1";
    // What follows within a second is counted.
    for (const ms of [2, 3]) slow.note({ text, name: undefined, ms, rows: 1 });
    const plan = await kept.line(({ msg }) => msg === "the plan of a slow statement");
    expect(plan).toMatchObject({ text, plan: { node: expect.any(String), on: "region" } });
    await slow.stop();
    expect(kept.lines.map(({ msg, statement }) => [msg, statement])).toEqual([
      ["slow statement", plan.statement],
      ["the plan of a slow statement", plan.statement],
    ]);
  });

  it("has its plan without values: of parameters none is needed, and literals are left out", async () => {
    const [found, failed] = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    const { sql } = world.hub;
    await sql.query("select 1");
    const plans = new StatementPlans(sql, {
      found: (_, plan) => found.resolve(plan),
      failed: (error) => failed.resolve(error),
    });
    plans.want(
      "a",
      "select id from user_account where email = $1 and id::text <> 'siti@lebak.example'",
    );
    const plan = JSON.stringify(await found.promise);
    expect(plan).toMatch(/"on":"user_account"/);
    expect(plan).toMatch(/email.*\$1/);
    expect(plan).not.toContain("siti");
    await plans.stop();
    // What was asked for is not asked for again, and several statements are never one.
    const others = new StatementPlans(sql, { found: () => undefined, failed: failed.resolve });
    others.want("b", "select 1; drop table user_account");
    others.want("c", "vacuum");
    await others.stop();
    others.want("d", "select nothing from nowhere");
    expect(await Promise.race([failed.promise, "none"])).toBe("none");
  });

  it("is shown without what stands in quotes", () => {
    expect(withoutLiterals(`select "name" from a where b = 'x''y' and c = $1 and d = 'open`)).toBe(
      `select "name" from a where b = '…' and c = $1 and d = '…'`,
    );
    expect(withoutLiterals("select $$a'b$$, $q$c$q$")).not.toMatch(/[abc]'|c\$/);
  });
});
