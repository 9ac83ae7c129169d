import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { type Change, LiveWorld, type Watch, watch } from "../testkit/live/live-world.js";
import { metricBecomes, StreamStatements } from "../testkit/live/measures.js";
import type { Written } from "../testkit/mutations/documents.js";

const operations = "rembuk_socket_operations";
const sockets = 8;
const perSocket = 50;

/** Conditions that a change's outline decides; a change of a plan meets those of the odd numbers. */
const decided = (number: number) => ({
  entity: { eq: "ActionPlan" },
  ...(number % 2 === 0 ? { kind: { eq: "DELETED" } } : { not: { entityId: { eq: randomUUID() } } }),
});

describe("Subscriptions that differ in the changes that they follow", () => {
  let world: LiveWorld;
  let plan: Written;
  let statements: StreamStatements;
  const clients: Client[] = [];
  const streams: Watch<Change>[] = [];
  beforeAll(async () => {
    world = await LiveWorld.start();
    plan = await world.plan();
    while (clients.length < sockets) clients.push(await world.socket());
    statements = new StreamStatements();
  });
  afterAll(async () => {
    statements.stop();
    await world.stop();
  });

  const open = (number: number, variables: Record<string, unknown>, document?: string) => {
    const stream = watch(clients[number % sockets] as Client, variables, document);
    streams.push(stream);
    return stream;
  };
  const close = async () => {
    for (const stream of streams.splice(0)) await stream.stop();
    await metricBecomes(world.hub, operations, 0);
  };

  it("cost one look and one payload for all whose conditions are on the change itself", async () => {
    const all = Array.from({ length: sockets * perSocket }, (_, number) =>
      open(number, { where: decided(number) }),
    );
    await metricBecomes(world.hub, operations, all.length);
    for (let write = 0; write < 2; write += 1) {
      const cost = await statements.during(async () => {
        plan = await world.retitle(plan);
        const odd = all.filter((_, number) => number % 2 === 1);
        const seen = await Promise.all(odd.map((stream) => stream.next()));
        expect(new Set(seen.map(({ position }) => position))).toEqual(new Set([plan.position]));
      });
      expect(cost).toEqual({ looks: 1, payloads: 1 });
    }
    await close();
  });

  it("cost nothing when no condition on the change itself holds, not even for a related plan", async () => {
    const other = await world.plan();
    const wheres = [
      { entity: { in: ["Action", "Milestone"] } },
      { plan: { id: { eq: other.id } } },
      { plan: { title: { contains: "x" } }, kind: { eq: "CREATED" } },
      { or: [{ operation: { eq: "addAction" } }, { organisation: { id: { eq: randomUUID() } } }] },
      { programme: { not: { id: { eq: world.id("pkk-kawasan") } } } },
      { position: { lte: 1 } },
    ];
    for (const [number, where] of wheres.entries()) open(number, { where });
    await metricBecomes(world.hub, operations, wheres.length);
    const marker = open(
      0,
      {},
      "subscription All($after: Position) { changes(after: $after) { position } }",
    );
    await metricBecomes(world.hub, operations, wheres.length + 1);
    const cost = await statements.during(async () => {
      plan = await world.retitle(plan);
      expect((await marker.next()).position).toBe(plan.position);
    });
    expect(cost).toEqual({ looks: 1, payloads: 1 });
    // What is followed comes, and only then.
    const { position } = await world.retitle(other);
    expect((await (streams[1] as Watch<Change>).next()).position).toBe(position);
    await close();
  });

  it("get each of their changes once and in order, while others come, go and lie behind", async () => {
    const start = await world.position();
    const actions: number[] = [];
    const plans: number[] = [];
    const write = async () => {
      actions.push((await world.action(plan)).position);
      plan = await world.retitle(plan);
      plans.push(plan.position);
    };
    const follow = (number: number, entity: string, after: number) =>
      open(number, { after, where: { entity: { eq: entity }, position: { gte: number } } });
    const early = ["Action", "ActionPlan"].map((entity, number) => follow(number, entity, start));
    for (let round = 0; round < 6; round += 1) {
      await write();
      // Each comes with a condition that the group does not know yet, from the start or from now.
      follow(10 + round, "Action", start);
      follow(20 + round, "ActionPlan", plan.position - 2);
      if (round % 2 === 1) await (streams.splice(2, 1)[0] as Watch<Change>).stop();
    }
    const positionsOf = async (stream: Watch<Change>, upTo: number) =>
      (await stream.upTo(upTo)).map(({ position }) => position);
    const [ofActions, ofPlans] = early as [Watch<Change>, Watch<Change>];
    expect(await positionsOf(ofActions, actions.at(-1) ?? 0)).toEqual(actions);
    expect(await positionsOf(ofPlans, plans.at(-1) ?? 0)).toEqual(plans);
    for (const stream of streams.slice(2)) {
      const first = await stream.next();
      const own = first.entity === "Action" ? actions : plans;
      const last = own.at(-1) ?? 0;
      const rest = first.position < last ? await positionsOf(stream, last) : [];
      expect([first.position, ...rest]).toEqual(own.filter((at) => at >= first.position));
    }
    await close();
  });

  it("far behind let the database find what they follow, and go on with the others", async () => {
    const { rows } = await world.hub.sql.query<{ position: string }>(
      `select position from change join action_plan p on p.id = plan_id
       where entity = 'ActionPlan' and p.visibility = 'PUBLIC' and p.status <> 'DRAFT' order by position`,
    );
    const where = { entity: { eq: "ActionPlan" }, position: { gte: 0 } };
    const stream = open(0, { after: 0, where });
    plan = await world.retitle(plan);
    const seen = (await stream.upTo(plan.position)).map(({ position, entity }) => {
      expect(entity).toBe("ActionPlan");
      return position;
    });
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(new Set(seen).size).toBe(seen.length);
    for (const { position } of rows) expect(seen).toContain(Number(position));
    await close();
  });

  it("of a condition that is not valid are refused, and leave nothing behind", async () => {
    for (const where of [
      { entityId: { eq: "x" } },
      { entity: null },
      { plan: { id: { in: ["y"] } } },
    ]) {
      const refusal = await open(0, { where }).refusal();
      expect(refusal.code).toBe("BAD_USER_INPUT");
    }
    await close();
  });
});

describe("The limits of a client's subscriptions", () => {
  let world: LiveWorld;
  beforeAll(async () => {
    world = await LiveWorld.start({
      LIMIT_SUBSCRIPTIONS_PER_CLIENT: "6",
      LIMIT_GROUPS_PER_CLIENT: "3",
      LIMIT_SOCKETS_PER_CLIENT: "4",
    });
  });
  afterAll(() => world.stop());

  /** A subscription that shares its work with those of its number only. */
  const own = (number: number) =>
    `subscription Own($after: Position) { changes(after: $after) { position a${number}: operation } }`;

  it("refuse one too many, of all sockets together, until one has ended", async () => {
    const after = (await world.plan()).position - 1;
    const [first, second] = [await world.socket(), await world.socket()] as [Client, Client];
    const other = await world.socket("viewer@disnaker-lebak.example");
    const watching = (client: Client, number: number) => watch(client, { after }, own(number));
    /** Opens one; it has started when it brings the last change. */
    const open = async (client: Client, number: number) => {
      const stream = watching(client, number);
      await stream.next();
      return stream;
    };
    const streams = [await open(first, 1), await open(first, 2), await open(second, 3)];
    const tooManyGroups = { code: "RATE_LIMITED", limit: 3, measure: "groups" };
    expect(await watching(second, 4).refusal()).toMatchObject(tooManyGroups);
    // Those of groups that the client is in already share their work.
    for (let more = 0; more < 3; more += 1) streams.push(await open(second, 1));
    const tooMany = { code: "RATE_LIMITED", limit: 6, measure: "subscriptions" };
    expect(await watching(first, 1).refusal()).toMatchObject(tooMany);
    // Another client has limits of its own.
    streams.push(await open(other, 4));
    await (streams.splice(2, 1)[0] as Watch<Change>).stop();
    await metricBecomes(world.hub, operations, 6);
    streams.push(await open(first, 4));
    for (const stream of streams) await stream.stop();
  });
});
