import { afterAll, beforeAll, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type FedNode, FedNodes } from "../testkit/faults/fed-nodes.js";
import { NatsServer } from "../testkit/faults/nats-server.js";
import { describeWithNats } from "../testkit/faults/with-nats.js";
import { subscribe, type TestDatabase, testDatabase, testFolder } from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { Collector, type SeenSpan } from "../testkit/observing/collector.js";

describeWithNats("two nodes that trace, with NATS", () => {
  let collector: Collector;
  let database: TestDatabase;
  let nats: NatsServer;
  let nodes: FedNodes;

  beforeAll(async () => {
    [collector, database, nats] = await Promise.all([
      Collector.start(),
      testDatabase("regions"),
      NatsServer.start(),
    ]);
    nodes = await FedNodes.start({
      ...{ databaseUrl: database.url, folder: testFolder(), nats: [nats.url, nats.url] },
      env: collector.settings,
    });
    await nodes.untilFed();
  }, 180_000);
  afterAll(async () => {
    await nodes?.stop();
    await nats?.kill();
    await database?.drop();
    await collector?.stop();
  });

  /** The spans of appends, by their ids. */
  const appends = () =>
    new Set(collector.spans.filter(({ name }) => name === "ledger append").map(linkOf));
  const linkOf = ({ traceId, spanId }: { traceId: string; spanId: string }) =>
    `${traceId} ${spanId}`;

  it("link what one reads to the commits of the other, whichever of them reads the ledger", async () => {
    const { reader, fed } = await nodes.roles();
    const [other] = fed as [FedNode];
    for (const [writing, following, name] of [
      [reader, other, "ByFed"],
      [other, reader, "ByReader"],
    ] as const) {
      const url = following.hub.url.replace(/^http/, "ws");
      const socket = createClient({ url, webSocketImpl: WebSocket });
      const changes = subscribe(socket, `subscription ${name} { changes { position } }`);
      const live = subscribe(
        socket,
        `subscription ${name}Live { live { position answer { organisations { totalCount } } } }`,
      );
      await live.next();
      await collector.span(`subscription ${name}`);
      const client = await writing.hub.as();
      const isLinked = (span: SeenSpan, operation: string) =>
        span.attributes["graphql.operation.name"] === operation &&
        span.links?.some((link) => appends().has(linkOf(link)));
      const linked = (kind: string, operation: string) =>
        collector.spans.find((span) => span.name === kind && isLinked(span, operation));
      // The trace and the change come by two messages: where the change was first, its read has no link.
      while (!linked("live delivery", name) || !linked("live query", `${name}Live`)) {
        await write(client, "createOrganisation", organisationInput());
        await Promise.all([changes.next(), live.next()]);
        const before = collector.bodies.length;
        await collector.until(() => collector.bodies.length > before || undefined);
      }
      await changes.stop();
      await live.stop();
      await socket.dispose();
    }
  });
});
