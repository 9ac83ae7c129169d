import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { type CloseEvent, WebSocket } from "ws";
import { organisationInput, write } from "../ledger/documents.js";
import { holdHead, untilBlocked } from "../ledger/sessions.js";
import { type GraphqlClient, subscribe, testFolder } from "../testkit/index.js";
import { HubProcess, isAlive } from "./hub-process.js";

describe("a hub that is asked to stop", () => {
  const folder = join(testFolder(), `stop-${randomUUID()}`);
  let hub: HubProcess;
  let operator: GraphqlClient;

  beforeAll(async () => {
    hub = await HubProcess.start(folder);
    operator = await hub.as();
  });
  afterAll(() => hub.kill());

  const organisation = (id: string) =>
    operator.ask<{ organisation: { id: string } | null }>(
      "query($id: ID!) { organisation(id: $id) { id } }",
      { id },
    );

  /** A socket with a stream that has begun, and how the hub closes it. */
  async function liveStream() {
    const first = await write(operator, "createOrganisation", organisationInput());
    let closed: (event: CloseEvent) => void = () => undefined;
    const close = new Promise<CloseEvent>((resolve) => {
      closed = resolve;
    });
    const client = createClient({
      url: hub.url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      on: { closed: (event) => closed(event as CloseEvent) },
    });
    const document = "subscription($after: Position) { changes(after: $after) { position } }";
    const stream = subscribe(client, document, { after: first.position - 1 });
    await stream.next();
    return { stream, close };
  }

  it("answers what runs, closes its sockets with 1001, stops Postgres, and ends with 0", async () => {
    const { postgresPid } = hub;
    const { stream, close } = await liveStream();
    const held = await holdHead(hub.databaseUrl);
    const input = organisationInput();
    const answer = write(operator, "createOrganisation", input);
    await untilBlocked(hub.databaseUrl, 1);

    const began = performance.now();
    const exit = hub.stop();
    expect(await close).toMatchObject({ code: 1001 });
    await expect(stream.next()).rejects.toMatchObject({ code: 1001 });
    await expect(organisation(input.id)).rejects.toThrow("fetch failed");
    await held.release();

    expect(await answer).toMatchObject({ noun: { id: input.id } });
    expect(await exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(isAlive(postgresPid)).toBe(false);
    expect(existsSync(join(folder, "postgres", "data", "postmaster.pid"))).toBe(false);

    hub = await HubProcess.start(folder);
    operator = await hub.as();
    expect((await organisation(input.id)).data?.organisation).toEqual({ id: input.id });
  });

  it("ends with 0 when nothing runs, and a start in between finds the folder free", async () => {
    expect(await hub.stop()).toBe(0);
    hub = await HubProcess.start(folder);
    expect(await hub.stop()).toBe(0);
  });
});
