import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import pg from "pg";
import { WebSocket } from "ws";
import { faultsAfterCrash } from "../testkit/faults/crash-check.js";
import { HubProcess } from "../testkit/hub/hub-process.js";
import {
  type GraphqlClient,
  subscribe,
  testDatabase,
  testFolder,
  testServer,
} from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { testPool } from "../testkit/postgres/sessions.js";
import { databaseUrl, onServer } from "../testkit/postgres/templates.js";

const organisationById = "query($id: ID!) { organisation(id: $id) { id } }";

describe("two nodes that start together on an empty database", () => {
  const name = `nodes_${randomUUID().replaceAll("-", "")}`;
  const url = databaseUrl(testServer(), name);
  const sql = testPool(url, { max: 1 });
  let nodes: [HubProcess, HubProcess];
  let clients: [GraphqlClient, GraphqlClient];

  beforeAll(async () => {
    await onServer(testServer(), `create database ${name}`);
    const folder = join(testFolder(), name);
    const start = () => HubProcess.start(folder, { DATABASE_URL: url, REMBUK_SAMPLE: "on" });
    nodes = await Promise.all([start(), start()]);
    clients = [await nodes[0].as(), await nodes[1].as()];
  });
  afterAll(async () => {
    for (const node of nodes) await node.kill();
    await sql.end();
    await onServer(testServer(), `drop database ${name} with (force)`);
  });

  it("both become ready, with regions and sample made once", async () => {
    for (const node of nodes) {
      const ready = await fetch(new URL("/health/ready", node.url));
      expect(ready.status).toBe(200);
    }
    const alone = await testDatabase("sample");
    const other = new pg.Client({ connectionString: alone.url });
    await other.connect();
    const counts = `select operation, kind, count(*)::int as n from change
      group by operation, kind order by operation, kind`;
    expect((await sql.query(counts)).rows).toEqual((await other.query(counts)).rows);
    const regions = "select count(*)::int as n from region";
    expect((await sql.query(regions)).rows).toEqual((await other.query(regions)).rows);
    await other.end();
    await alone.drop();
    expect(await faultsAfterCrash(url, [])).toEqual([]);
  });

  it("each read what was just written at the other, by its position", async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const [here, there] = turn % 2 === 0 ? clients : clients.toReversed();
      const input = organisationInput();
      const written = await write(here as GraphqlClient, "createOrganisation", input);
      const reading = there?.with({ "rembuk-position": String(written.position) });
      const read = await reading?.ask<{ organisation: unknown }>(organisationById, {
        id: input.id,
      });
      expect(read?.data).toEqual({ organisation: { id: input.id } });
      expect(read?.extensions?.position).toBeGreaterThanOrEqual(written.position);
    }
  });

  it("give one order to what both write at once", async () => {
    const writing = Array.from({ length: 40 }, (_, at) => {
      const input = organisationInput();
      const client = clients[at % 2] as GraphqlClient;
      return write(client, "createOrganisation", input).then(({ position }) => ({
        id: input.id,
        position,
      }));
    });
    expect(await faultsAfterCrash(url, await Promise.all(writing))).toEqual([]);
  });

  it("show their streams what the other wrote, and one goes on when the other is killed", async () => {
    const socket = createClient({
      url: nodes[1].url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const head = await sql.query("select position::int from ledger_head");
    const stream = subscribe<{ changes: { entityId: string } }>(
      socket,
      "subscription($after: Position) { changes(after: $after) { entityId } }",
      { after: head.rows[0].position },
    );
    const before = organisationInput();
    await write(clients[0], "createOrganisation", before);
    expect((await stream.next()).data?.changes.entityId).toBe(before.id);

    await nodes[0].kill();
    const after = organisationInput();
    await write(clients[1], "createOrganisation", after);
    expect((await stream.next()).data?.changes.entityId).toBe(after.id);
    await socket.dispose();
  });
});
