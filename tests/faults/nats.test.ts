import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { connect } from "@nats-io/transport-node";
import { encodeMessage } from "../../src/ledger/feed/feed-message.js";
import type { FeedState } from "../../src/ledger/index.js";
import { type FedNode, FedNodes, wrongPositions } from "../testkit/faults/fed-nodes.js";
import { areAlone, feedStateOf, untilStates } from "../testkit/faults/feed-states.js";
import { NatsServer } from "../testkit/faults/nats-server.js";
import { describeWithNats } from "../testkit/faults/with-nats.js";
import { type TestDatabase, TestHub, testDatabase, testFolder } from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";

/** The statements by which a node follows the ledger for itself. */
const followingStatements = {
  head: /select position::float8 as position,\s+\(extract\(epoch from at\)/g,
  outlines: /from ledger_after\(\$\d+, \$\d+\) order by position/g,
  tables: /from change where position > \$\d+ and position <= \$\d+/g,
};

describeWithNats("three nodes with NATS", () => {
  let database: TestDatabase;
  let nats: NatsServer;
  let nodes: FedNodes;

  beforeAll(async () => {
    database = await testDatabase("regions");
    nats = await NatsServer.start();
    const addresses = [nats.url, nats.url, nats.url];
    nodes = await FedNodes.start({
      databaseUrl: database.url,
      folder: testFolder(),
      nats: addresses,
    });
  }, 180_000);
  afterAll(async () => {
    await nodes?.stop();
    await nats?.kill();
    await database?.drop();
  });

  /** Holds that each change that is written meanwhile reaches the subscribers of all nodes once and in order. */
  async function everyChangeArrives(meanwhile: () => Promise<void>): Promise<void> {
    const { after, followers } = await nodes.follow();
    await meanwhile();
    const head = await nodes.head();
    expect(head).toBeGreaterThan(after);
    for (const follower of followers) {
      await follower.until(head);
      expect(wrongPositions(follower.positions, after, head)).toEqual([]);
      await follower.stop();
    }
  }

  /** The statements that a node sends meanwhile, by kind. */
  async function statements({ proxy }: FedNode, meanwhile: () => Promise<unknown>) {
    let sent = "";
    const stop = proxy.onSent((text) => {
      sent += text;
    });
    await meanwhile();
    stop();
    const count = (pattern: RegExp) => [...sent.matchAll(pattern)].length;
    const { head, outlines, tables } = followingStatements;
    return { head: count(head), outlines: count(outlines), tables: count(tables) };
  }

  it("choose one that reads, and it feeds the others", async () => {
    await nodes.untilFed();
    const { fed } = await nodes.roles();
    expect(fed).toHaveLength(2);
  });

  it("bring each change to the subscribers of all nodes, once and in order", () =>
    everyChangeArrives(() => nodes.write(90)));

  it("send no statement for a change where they are fed", async () => {
    // Where a busy machine has silenced the reader for a while, the nodes have read for themselves.
    for (;;) {
      await nodes.untilFed();
      const { reader, fed } = await nodes.roles();
      const [one] = fed as [FedNode];
      const before = await nodes.figures(one);
      const began = performance.now();
      const counted = await statements(one, () =>
        everyChangeArrives(() => nodes.write(60, [reader])),
      );
      const polls = (performance.now() - began) / 1000 + 1;
      const after = await nodes.figures(one);
      const isFed = (await feedStateOf(one.hub.url))?.state === "fed";
      const fallbacks = Object.keys(after).filter((name) => name.startsWith("fallbacks_total"));
      if (!isFed || fallbacks.some((name) => after[name] !== before[name])) continue;
      expect(counted).toEqual({ head: expect.any(Number), outlines: 0, tables: 0 });
      expect(counted.head).toBeLessThanOrEqual(polls);
      expect(after["messages_total continued"]).toBeGreaterThan(
        before["messages_total continued"] ?? 0,
      );
      return;
    }
  });

  it("are not deceived by messages that are malformed, old, doubled, forged or of another ledger", async () => {
    await nodes.untilFed();
    const { fed } = await nodes.roles();
    const { ledger, key, term } = await nodes.secrets();
    const subject = `rembuk.${ledger}.changes.2`;
    const stranger = await connect({ servers: `127.0.0.1:${nats.port}` });
    const heard: Uint8Array[] = [];
    stranger.subscribe(subject, { callback: (_, { data }) => void heard.push(data) });
    await stranger.flush();
    const head = await nodes.head();
    const page = { from: { position: head + 1_000, hash: "0".repeat(64) }, changes: [] };
    const send = (bytes: Uint8Array, to = subject) => stranger.publish(to, bytes);
    await everyChangeArrives(async () => {
      for (const text of ["", "{}", "x".repeat(100_000), `${"\0".repeat(32)}{}`])
        send(Buffer.from(text));
      send(encodeMessage({ term, page }, "another ledger's key"));
      send(encodeMessage({ term: term + 1, page }, key));
      send(encodeMessage({ term, page }, key), `rembuk.${ledger}.changes.3`);
      await nodes.write(20);
      for (const bytes of heard.toReversed()) send(bytes);
      for (const bytes of heard) send(bytes);
      await stranger.flush();
      await nodes.write(20);
    });
    await stranger.close();
    for (const node of fed) {
      expect((await nodes.figures(node))["messages_total refused"]).toBeGreaterThanOrEqual(6);
      expect((await nodes.figures(node))["fallbacks_total fork"]).toBeUndefined();
    }
  });

  it("answer from the cache only what holds at the last change that came by NATS", async () => {
    await nodes.untilFed();
    const { reader, fed } = await nodes.roles();
    const query = "{ organisations(first: 1) { totalCount } }";
    const [writer, one] = [await reader.hub.as(), await (fed[0] as FedNode).hub.as()];
    const count = async (position: number) => {
      const asking = one.with({ "rembuk-position": String(position) });
      const { data } = await asking.ask<{ organisations: { totalCount: number } }>(query);
      return data?.organisations.totalCount ?? Number.NaN;
    };
    let known = await count(0);
    for (let round = 0; round < 20; round += 1) {
      const { position } = await write(writer, "createOrganisation", organisationInput());
      expect(await count(position)).toBe(known + 1);
      known = await count(0);
      expect(known).toBeGreaterThan(round);
    }
  });

  it("hand over when the one that reads is stopped in order", async () => {
    await nodes.untilFed();
    const { reader, fed } = await nodes.roles();
    expect(await nodes.stopNode(reader)).toBe(0);
    await nodes.untilFed();
    await everyChangeArrives(() => nodes.write(20, fed));
    await nodes.add(nats.url);
    await nodes.untilFed();
  });

  it("go on without the one that reads when it is killed, and another reads", async () => {
    await nodes.untilFed();
    const { reader, fed } = await nodes.roles();
    const { after, followers } = await nodes.follow();
    await nodes.kill(reader);
    await nodes.write(20, fed);
    const head = await nodes.head();
    for (const follower of followers) {
      if (follower.url === reader.hub.url) continue;
      await follower.until(head);
      expect(wrongPositions(follower.positions, after, head)).toEqual([]);
    }
    await nodes.untilFed();
    await nodes.add(nats.url);
    await nodes.untilFed();
    await everyChangeArrives(() => nodes.write(30));
  });

  it("read for themselves while NATS is gone, are ready, say why, and are fed once it is back", async () => {
    await nodes.untilFed();
    await everyChangeArrives(async () => {
      await nats.kill();
      await nodes.write(15);
      await nodes.until(areAlone);
      const states = await Promise.all(nodes.nodes.map(({ hub }) => feedStateOf(hub.url)));
      expect(states).toEqual(
        nodes.nodes.map(() => ({ state: "postgres", reason: "disconnected" })),
      );
      const [one] = nodes.nodes as [FedNode];
      const counted = await statements(one, () => everyChangeArrives(() => nodes.write(15)));
      expect(Object.entries(counted).filter(([, count]) => count === 0)).toEqual([]);
      await nats.restart();
      await nodes.write(15);
      await nodes.untilFed();
      await nodes.write(15);
    });
    for (const node of nodes.nodes) {
      expect((await nodes.figures(node))["fallbacks_total disconnected"]).toBe(1);
      const said = node.hub.output.filter((line) => line.includes('"reason":"disconnected"'));
      expect(said).toHaveLength(1);
    }
  });

  it("do so too while NATS is connected and silent", async () => {
    await nodes.untilFed();
    await everyChangeArrives(async () => {
      nats.freeze();
      await nodes.write(15);
      await nodes.until(areAlone);
      await nodes.write(15);
      nats.thaw();
      await nodes.untilFed();
      await nodes.write(15);
    });
  });
});

describeWithNats("a node with NATS", () => {
  /** The permissions of the hub's user, and how the node then gets its changes. */
  const cases: [string, [string, string], FeedState][] = [
    [
      "reads for others where it may do what it needs",
      ["rembuk.*.changes.*", "rembuk.*.changes.*"],
      { state: "reading" },
    ],
    ["says that it may not publish", ["other", ">"], { state: "postgres", reason: "unheard" }],
    ["says that it may not subscribe", [">", "other"], { state: "postgres", reason: "unheard" }],
  ];

  it.each(cases)("%s: its permissions are %j", async (_, [publish, subscribe], state) => {
    const config = join(testFolder(), `nats_${randomUUID()}.conf`);
    const permissions = `{ publish: "${publish}", subscribe: "${subscribe}" }`;
    const user = `{ user: hub, password: secret, permissions: ${permissions} }`;
    await writeFile(config, `authorization: { users: [ ${user} ] }`);
    const nats = await NatsServer.start(["-c", config]);
    const address = `nats://hub:secret@127.0.0.1:${nats.port}`;
    const hub = await TestHub.start("regions", { NATS_URL: address });
    await untilStates(
      [hub.url],
      ([one]) => one?.state === state.state && one.reason === state.reason,
    );
    await hub.stop();
    await nats.kill();
  });
});
