import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { untilExportIs } from "../testkit/files/exports.js";
import { types, uploadFile } from "../testkit/files/transfers.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { subscribe, tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { Collector, type SeenSpan } from "../testkit/observing/collector.js";
import { KeptLog } from "../testkit/observing/kept-log.js";
import { Receiver } from "../testkit/webhooks/receiver.js";
import { delivering, webhookFor } from "../testkit/webhooks/webhooks.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// One hub that traces everything, and a collector that takes what it sends.

let collector: Collector;
let world: World;
let party: Party;
let admin: CheckedClient;
const log = new KeptLog();

beforeAll(async () => {
  collector = await Collector.start();
  const headers = { OTEL_EXPORTER_OTLP_HEADERS: "api-key=c0llect0r" };
  const jobs = { ...delivering, EXPORT_JOBS: "1" };
  world = await World.start({ ...jobs, ...collector.settings, ...headers }, log);
  party = await world.organisation();
  admin = await world.member(party, "ADMIN");
});
afterAll(async () => {
  await world.stop();
  await collector.stop();
});

/** A trace of a client, as its header names it. */
function newTrace() {
  const [traceId, spanId] = [randomBytes(16).toString("hex"), randomBytes(8).toString("hex")];
  return { traceId, spanId, header: `00-${traceId}-${spanId}-01` };
}

const named = (spans: readonly SeenSpan[]) => spans.map(({ name }) => name);

/** Makes an area in a trace; gives the trace, and the position of the change. */
async function areaIn(operation: string, name = world.unique("Kawasan")) {
  const trace = newTrace();
  const client = (await world.operator).with({ traceparent: trace.header, tracestate: "portal=a" });
  const { data } = await client.ask<{ createArea: { position: number } }>(
    `mutation ${operation}($input: CreateAreaInput!) { createArea(input: $input) { position } }`,
    { input: { name, regions: ["36.02"] } },
  );
  return { ...trace, position: data?.createArea.position };
}

describe("a trace", () => {
  it("has a planned query by its name, with its plan and its statement", async () => {
    await world.visitor().data("query Provinces { regions(first: 2) { nodes { code } } }");
    const span = await collector.span("query Provinces");
    expect(span.kind).toBe(2);
    expect(span.attributes).toMatchObject({
      "http.request.method": "POST",
      "http.route": "/graphql",
      "http.response.status_code": 200,
      "graphql.operation.type": "query",
      "graphql.operation.name": "Provinces",
      "rembuk.document.hash": expect.stringMatching(/^[0-9a-f]{64}$/),
      "rembuk.path": "planned",
      "rembuk.requester": "visitor",
    });
    const below = collector.below(span);
    expect(named(below).sort()).toEqual(expect.arrayContaining(["SQL SELECT", "cache", "plan"]));
    const statement = below.find(({ name }) => name === "SQL SELECT");
    expect(statement?.attributes).toMatchObject({
      "db.system.name": "postgresql",
      "db.operation.name": "SELECT",
      "rembuk.statement.hash": expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(Object.keys(statement?.attributes ?? {})).not.toContain("db.query.text");
  });

  it("has a cached answer without a statement", async () => {
    const ask = () => world.visitor().data("query Kept { regions(first: 3) { nodes { code } } }");
    const isCached = (span: SeenSpan) =>
      span.name === "query Kept" && span.attributes["rembuk.path"] === "cached";
    let cached: SeenSpan | undefined;
    // The first answers of a document are not stored, nor those while the ledger moves.
    while (!cached) {
      await ask();
      const before = collector.spans.length;
      await collector.until(() => collector.spans.length > before || undefined);
      cached = collector.spans.find(isCached);
    }
    expect(cached.attributes).toMatchObject({
      "graphql.operation.type": "query",
      "rembuk.document.hash": expect.stringMatching(/^[0-9a-f]{64}$/),
      "rembuk.requester": "visitor",
    });
    const below = collector.below(cached);
    expect(below.map(({ name, attributes }) => [name, attributes["rembuk.cache.hit"]])).toEqual([
      ["cache", true],
    ]);
  });

  it("has a query that the resolvers answer, and why", async () => {
    await world.visitor().data("query Shape { __schema { queryType { name } } }");
    const { attributes } = await collector.span("query Shape");
    expect(attributes).toMatchObject({
      "rembuk.path": "resolver",
      "rembuk.path.cause": "Query.__schema",
    });
  });

  it("tells an error by its code", async () => {
    const input = { name: "Kawasan", regions: ["36.02"] };
    await world
      .visitor()
      .ask(
        "mutation Refused($input: CreateAreaInput!) { createArea(input: $input) { position } }",
        {
          input,
        },
      );
    const { status, attributes } = await collector.span("mutation Refused");
    expect(status).toEqual({ code: 2 });
    expect(attributes["error.type"]).toBe("UNAUTHENTICATED");
  });

  it("goes on from the header of a request to the ledger, and links what followers read", async () => {
    const socket = world.hub.socket(await tokenFor("operator@rembuk.example"));
    const stream = subscribe(socket, "subscription Watch { changes { position } }");
    // Its start is over once its span has come: from then on it follows.
    await collector.span("subscription Watch");
    const follow = "subscription Follow { live { position answer { areas { totalCount } } } }";
    const live = subscribe(socket, follow);
    await live.next();
    const { traceId, spanId, position } = await areaIn("MakeArea");
    await Promise.all([stream.next(), live.next()]);
    await Promise.all([stream.stop(), live.stop()]);
    const root = await collector.span("mutation MakeArea");
    expect(root).toMatchObject({ traceId, parentSpanId: spanId });
    const append = collector.below(root).find(({ name }) => name === "ledger append");
    expect(append?.attributes).toEqual({
      "rembuk.ledger.lines": 1,
      "rembuk.ledger.position": position,
    });
    expect(named(append ? collector.below(append) : [])).toContain("SQL SELECT");
    const isOfCommit = ({ links = [] }: SeenSpan) =>
      links.some((link) => link.spanId === append?.spanId && link.traceId === traceId);
    for (const [name, operation] of [
      ["live read", "Watch"],
      ["live delivery", "Watch"],
      ["live query", "Follow"],
    ]) {
      const found = await collector.until(() =>
        collector.spans.find((span) => span.name === name && isOfCommit(span)),
      );
      expect(found.attributes["graphql.operation.name"]).toBe(operation);
    }
    // It was first read for its client, and for no change.
    const first = collector.spans.find(({ name }) => name === "live query");
    expect(first?.links ?? []).toEqual([]);
  });

  it("begins anew where a header is not valid", async () => {
    const { traceId } = newTrace();
    const client = world.visitor().with({ traceparent: `00-${traceId}-0000000000000000-01` });
    await client.data("query Invalid { regions(first: 1) { nodes { code } } }");
    const span = await collector.span("query Invalid");
    expect(span.traceId).not.toBe(traceId);
    expect(span.parentSpanId ?? "").toBe("");
  });

  it("goes on from a message of a WebSocket, or from its connection", async () => {
    const [ofMessage, ofConnection] = [newTrace(), newTrace()];
    const connectionParams = { traceparent: ofConnection.header };
    const socket = world.hub.socket(undefined, { connectionParams });
    const once = async (query: string, extensions?: Record<string, unknown>) => {
      for await (const result of socket.iterate({ query, ...(extensions ? { extensions } : {}) })) {
        expect(result.errors).toBeUndefined();
      }
    };
    await once("query ByMessage { regions(first: 1) { nodes { code } } }", {
      traceparent: ofMessage.header,
    });
    await once("query ByConnection { regions(first: 1) { nodes { code } } }");
    const byMessage = await collector.span("query ByMessage");
    expect(byMessage).toMatchObject({
      traceId: ofMessage.traceId,
      parentSpanId: ofMessage.spanId,
      attributes: { "network.protocol.name": "websocket", "rembuk.path": "planned" },
    });
    expect(named(collector.below(byMessage))).toContain("SQL SELECT");
    const { traceId } = await collector.span("query ByConnection");
    expect(traceId).toBe(ofConnection.traceId);
  });

  it("goes on to the receiver of a webhook", async () => {
    const receiver = await Receiver.start();
    const where = { entity: { eq: "Area" } };
    const { id, version } = await webhookFor(world, party, receiver.address, { where });
    const { traceId, position } = await areaIn("MakeDelivered");
    const [delivery] = await receiver.until(({ length }) => length > 0);
    expect(delivery?.position).toBe(position);
    const span = await collector.span("webhook delivery", { "rembuk.ledger.position": position });
    expect(delivery?.headers).toMatchObject({
      traceparent: `00-${traceId}-${span.spanId}-01`,
      tracestate: "portal=a",
    });
    expect(span.attributes).toMatchObject({
      "rembuk.webhook.id": id,
      "http.response.status_code": 204,
    });
    const { version: now } = (
      await world.hub.sql.query("select version from webhook where id = $1", [id])
    ).rows[0];
    await write(admin, "removeWebhook", { id, expectedVersion: now ?? version });
    await receiver.stop();
  });

  it("has the making of an export, and an import", async () => {
    const { id } = await write(admin, "startExport", {
      id: newId(),
      list: "regions",
      format: "CSV",
    });
    await untilExportIs(admin, id, "DONE");
    const made = await collector.span("export", { "rembuk.export.id": id });
    expect(named(collector.below(made))).toContain("SQL DECLARE");
    const table = "indicator,period,value,region\nnone,2024,1,36.02\n";
    await uploadFile(
      admin,
      ["PUT", `/imports/${newId()}?kind=measurements&organisation=${party.id}`],
      table,
      {
        "content-type": types.csv,
      },
    );
    const imported = await collector.span("import");
    expect(imported.attributes["rembuk.import.kind"]).toMatch(/^measurements$/i);
    const request = await collector.span("PUT /imports/:id");
    expect(request.spanId).toBe(imported.parentSpanId);
  });

  it("is named in the lines of its request's log", async () => {
    const { traceId } = await areaIn("MakeLogged");
    const line = await log.line(({ name }) => name === "MakeLogged");
    const { spanId } = await collector.span("mutation MakeLogged");
    expect(line).toMatchObject({
      ...{ trace_id: traceId, span_id: spanId, msg: "answered", level: "info", method: "POST" },
      ...{ type: "mutation", path: "planned", requester: "operator", status: 200 },
    });
  });

  it("is sent with the service's name and the operator's headers", async () => {
    await collector.until(() => collector.bodies.length > 0 || undefined);
    expect(collector.resource).toMatchObject({
      "service.name": "rembuk",
      "deployment.environment.name": "test",
    });
    expect(collector.headers.every((one) => one["api-key"] === "c0llect0r")).toBe(true);
  });

  it("holds no value of a variable or a row, no e-mail address and no token", async () => {
    const token = await tokenFor("operator@rembuk.example");
    await areaIn("MakeHidden", "Kawasan-Rahasia-Zx9");
    await world
      .visitor()
      .ask(
        "query Hidden($name: String!) { areas(where: { name: { eq: $name } }) { totalCount } }",
        { name: "Kawasan-Rahasia-Zx9" },
      );
    await collector.span("mutation MakeHidden");
    await collector.span("query Hidden");
    const sent = collector.bodies.join("\n");
    expect(sent).not.toMatch(/Rahasia|@|Bearer|36\.02|whsec_|rbk_/);
    expect(sent).not.toContain(token.slice(-40));
    expect(log.written.join("\n")).not.toMatch(/Rahasia|operator@|whsec_/);
  });
});

describe("a collector that fails", () => {
  it("costs no request its answer, and a line a second", async () => {
    collector.status = 400;
    const before = collector.bodies.length;
    await world.visitor().data("query Meanwhile { regions(first: 1) { nodes { code } } }");
    await collector.until(() => collector.bodies.length > before || undefined);
    await log.line(({ msg }) => msg === "spans could not be sent to the collector of traces");
    collector.status = 200;
    await world.visitor().data("query Afterwards { regions(first: 1) { nodes { code } } }");
    await collector.span("query Afterwards");
  });
});
