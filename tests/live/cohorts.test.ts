import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { Client } from "graphql-ws";
import { PlanSessions } from "../../src/reading/index.js";
import { documents, LiveWorld, type PlanChange, watch } from "../testkit/live/live-world.js";
import { StreamStatements } from "../testkit/live/measures.js";
import { type Written } from "../testkit/mutations/documents.js";

/** A plan's stream of this selection. */
const planDocument = (selection: string) => `subscription Plan($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position actionPlan { ${selection} } }
}`;

const organisations = ["pemkot-jambi", "ipb", "kemnaker"];

describe("Viewers who differ only in who they are", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start({ STATEMENT_TIMEOUT_MS: "60000" });
  });
  afterAll(() => world.stop());

  /** Sockets of members of different organisations, without a role that coordinates. */
  const viewers = () =>
    Promise.all(organisations.map(async (key) => world.socket((await world.member(key)).email)));

  const follow = (client: Client, plan: Written, document?: string) =>
    watch<PlanChange>(client, { id: plan.id, after: plan.position }, document ?? documents.plan);

  it("get their payloads from one statement, and each their own", async () => {
    const plan = await world.plan();
    const streams = (await viewers()).map((client) => follow(client, plan));
    let { position } = await world.retitle(plan);
    for (const stream of streams) expect((await stream.next()).position).toBe(position);
    const statements = new StreamStatements();
    ({ position } = await world.retitle(await world.seen(plan)));
    for (const stream of streams) expect((await stream.next()).position).toBe(position);
    statements.stop();
    expect(statements.shared).toEqual([organisations.length]);
    for (const stream of streams) await stream.stop();
  });

  it("are one where a document reads nothing that depends on who asks", async () => {
    const plan = await world.plan();
    const document = `subscription Changes($after: Position) {
      changes(after: $after) { position kind entity organisation { key } }
    }`;
    const streams = (await viewers()).map((client) =>
      watch(client, { after: plan.position }, document),
    );
    let { position } = await world.retitle(plan);
    for (const stream of streams) await stream.upTo(position);
    const statements = new StreamStatements();
    const { looks, payloads } = await statements.during(async () => {
      ({ position } = await world.retitle(await world.seen(plan)));
      for (const stream of streams) await stream.upTo(position);
    });
    statements.stop();
    expect({ looks, payloads }).toEqual({ looks: organisations.length, payloads: 1 });
    for (const stream of streams) await stream.stop();
  });

  it("do not fail for what only one of them sees, who gets the error", async () => {
    const plan = await world.plan();
    const action = await world.action(plan);
    const [one, other] = await viewers();
    const sees = await world.member("ipb");
    // A contribution that only an organisation sees which is not there, as no use case would leave it.
    const nobody = randomUUID();
    const sql = await world.hub.sql.connect();
    await sql.query("set session_replication_role = replica");
    await sql.query(
      `insert into membership select (jsonb_populate_record(m, jsonb_build_object(
         'id', gen_random_uuid(), 'organisation_id', $2::uuid))).* from membership m where id = $1`,
      [sees.id, nobody],
    );
    await sql.query(
      `insert into contribution (id, action_id, plan_id, organisation_id, kind, visibility)
       values (gen_random_uuid(), $1, $2, $3, 'FUNDS', 'ORGANISATION')`,
      [action.id, plan.id, nobody],
    );
    sql.release(true);
    const document = planDocument(
      "title actions { nodes { contributions { nodes { organisation { key } } } } }",
    );
    const start = { ...plan, position: action.position };
    const streams = [one as Client, other as Client].map((client) =>
      follow(client, start, document),
    );
    const failing = follow(await world.socket(sees.email), start, document);
    for (let time = 0; time < 3; time += 1) {
      const { position } = await world.retitle(await world.seen(plan));
      for (const stream of streams) {
        expect(await stream.next()).toMatchObject({
          ...{ position },
          actionPlan: { actions: { nodes: [{ contributions: { nodes: [] } }] } },
        });
      }
      expect(await failing.refusal()).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    }
    for (const stream of [...streams, failing]) await stream.stop();
  });

  it("are told where the ledger no longer holds what comes next, and lose nothing silently", async () => {
    const plan = await world.plan();
    const streams = (await viewers()).map((client) => follow(client, plan));
    const { position } = await world.retitle(plan);
    for (const stream of streams) expect((await stream.next()).position).toBe(position);
    const next = await world.seen(plan);
    await world.hub.sql.query("update ledger_head set retained_from = position + 1");
    const { position: retainedFrom } = await world.retitle(next);
    for (const stream of streams) {
      expect(await stream.refusal()).toMatchObject({ code: "CURSOR_EXPIRED", retainedFrom });
    }
    await world.hub.sql.query("update ledger_head set retained_from = 0");
  });

  it("do not fail for another's snapshot that cannot be opened", async () => {
    const plan = await world.plan();
    const streams = (await viewers()).map((client) => follow(client, plan));
    const { position: begun } = await world.retitle(plan);
    for (const stream of streams) expect((await stream.next()).position).toBe(begun);
    const next = await world.seen(plan);
    jest.spyOn(PlanSessions.prototype, "open").mockImplementationOnce(async ({ onClosed }) => {
      onClosed();
      throw new Error("The connection is lost");
    });
    const { position } = await world.retitle(next);
    const outcomes = await Promise.allSettled(streams.map((stream) => stream.next()));
    const given = outcomes.flatMap((one) =>
      one.status === "fulfilled" ? [one.value.position] : [],
    );
    expect(given).toEqual([position, position]);
    for (const stream of streams) await stream.stop();
  });

  it("all get payloads that are more than one statement gives", async () => {
    const plan = await world.plan();
    const description = "Pelatihan berbasis kompetensi. ".repeat(160);
    const action = await world.action(plan, { description });
    const sql = await world.hub.sql.connect();
    await sql.query("set session_replication_role = replica");
    await sql.query(
      `insert into action select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
       from action a, generate_series(2, 100) where a.id = $1`,
      [action.id],
    );
    sql.release(true);
    // Two megabytes for each viewer.
    const parts = ["a", "b", "c", "d"].map(
      (part) => `${part}: actions(first: 200) { nodes { description } }`,
    );
    const start = { ...plan, position: action.position };
    const streams = (await viewers()).map((client) =>
      follow(client, start, planDocument(parts.join(" "))),
    );
    const { position } = await world.retitle(await world.seen(plan));
    const payloads = await Promise.all(streams.map((stream) => stream.next()));
    expect(payloads.map((one) => one.position)).toEqual(organisations.map(() => position));
    for (const { actionPlan } of payloads) expect(actionPlan).toEqual(payloads[0]?.actionPlan);
    for (const stream of streams) await stream.stop();
  });

  it("do not wait for a client whose turns are used up: another's turn serves it too", async () => {
    const [first, second] = await viewers();
    const [busy, free] = [first as Client, second as Client];
    const slow = await Promise.all([world.plan(), world.plan()]);
    const plan = await world.plan();
    const slowly = slow.map((one) => follow(busy, one, planDocument("money { paid }")));
    const quickly = [busy, free].map((client) => follow(client, plan));
    let { position } = await world.retitle(plan);
    for (const stream of quickly) expect((await stream.next()).position).toBe(position);
    const hold = await world.hold("payment");
    for (const one of slow) await world.retitle(one);
    await hold.awaited(2);
    ({ position } = await world.retitle(await world.seen(plan)));
    for (const stream of quickly) expect((await stream.next()).position).toBe(position);
    await hold.release();
    for (const stream of [...slowly, ...quickly]) await stream.stop();
  });
});
