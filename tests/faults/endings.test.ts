import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { type CloseEvent, WebSocket } from "ws";
import { CrashRounds, type Round } from "../testkit/faults/crash-rounds.js";
import { HubProcess, isAlive } from "../testkit/hub/hub-process.js";
import { type GraphqlClient, subscribe, testFolder } from "../testkit/hub/index.js";
import { organisationInput, write } from "../testkit/ledger/mutations.js";
import { smuggle } from "../testkit/postgres/noun-tables.js";
import {
  behindTheGuards,
  holdHead,
  inSession,
  untilBlocked,
} from "../testkit/postgres/sessions.js";
import { testSeed as seed } from "../testkit/random/test-seed.js";

// TEST_SEED=<seed> repeats the numbers of writes and the pauses.

// Both ways to end are tried on one data folder, one after the other: making one takes seconds.
const folder = join(testFolder(), `hub-${seed}`);

describe("a hub that is asked to stop", () => {
  let hub: HubProcess;
  let operator: GraphqlClient;

  beforeAll(async () => {
    hub = await HubProcess.start(folder);
    operator = await hub.as();
  });
  afterAll(async () => {
    expect(await hub.stop()).toBe(0);
  });

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

    const exit = hub.stop();
    expect(await close).toMatchObject({ code: 1001 });
    await expect(stream.next()).rejects.toMatchObject({ code: 1001 });
    await expect(organisation(input.id)).rejects.toThrow("fetch failed");
    await held.release();

    expect(await answer).toMatchObject({ noun: { id: input.id } });
    expect(await exit).toBe(0);
    expect(isAlive(postgresPid)).toBe(false);
    expect(existsSync(join(folder, "postgres", "data", "postmaster.pid"))).toBe(false);

    hub = await HubProcess.start(folder);
    operator = await hub.as();
    expect((await organisation(input.id)).data?.organisation).toEqual({ id: input.id });
  });
});

describe("a hub whose own Postgres is killed", () => {
  it("serves again, with what it has acknowledged, and says meanwhile that it is unavailable", async () => {
    const hub = await HubProcess.start(folder);
    const operator = await hub.as();
    const { noun, position } = await write(operator, "createOrganisation", organisationInput());
    process.kill(hub.postgresPid, "SIGKILL");
    const ask = () =>
      operator.ask<{ organisation: unknown }>(
        `query($id: ID!) { organisation(id: $id) { id } } # ${randomUUID()}`,
        { id: noun?.id },
      );
    let answer = await ask();
    while (answer.status === 503) answer = await ask();
    expect(answer).toMatchObject({ status: 200, data: { organisation: { id: noun?.id } } });
    const next = await write(operator, "createOrganisation", organisationInput());
    expect(next.position).toBe(position + 1);
    expect(await hub.stop()).toBe(0);
  });

  it("ends with 1 when that was once too often, so that its service manager acts", async () => {
    const hub = await HubProcess.start(folder, { POSTGRES_RESTARTS: "0" });
    process.kill(hub.postgresPid, "SIGKILL");
    expect(await hub.exit).toBe(1);
  });
});

describe("a hub that is killed while people write", () => {
  let rounds: CrashRounds;

  beforeAll(async () => {
    rounds = await CrashRounds.start(folder, seed);
  });
  afterAll(async () => {
    expect(await rounds.stop()).toBe(0);
  });

  it("has every acknowledged write exactly once when it starts again, and again", async () => {
    const done: Round[] = [];
    for (let n = 0; n < 2; n += 1) done.push(await rounds.round());
    const wrong = { seed, faults: done.flatMap(({ faults }) => faults) };
    expect(wrong).toEqual({ seed, faults: [] });
    for (const { acknowledged, inDoubt } of done) {
      expect(acknowledged).toBeGreaterThanOrEqual(20);
      expect(inDoubt).toBeGreaterThan(0);
    }
  });

  it("would be found out if it lost a write, half of one, or its place in the ledger", async () => {
    const url = rounds.databaseUrl;
    const lost = { id: randomUUID(), position: 7 };
    expect(await rounds.faults([lost])).toEqual([
      `${lost.id} was promised at 7 and is at undefined`,
    ]);

    const { id } = await inSession(url, (client) => smuggle(client, "organisation"));
    expect(await rounds.faults()).toEqual([`organisation ${id} has no change`]);
    await behindTheGuards(url, "delete from organisation where id = $1", [id]);

    const { rows } = await behindTheGuards(
      url,
      `delete from membership where id = (select entity_id from change
         where entity = 'Membership' order by position limit 1) returning id`,
    );
    expect(await rounds.faults()).toEqual([`Membership ${rows[0].id} has a change and no row`]);

    await behindTheGuards(url, "delete from change where position = 3");
    expect(await rounds.faults()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d+ changes from 1 to \d+, and the head at \d+$/),
        "position 3 position 3 is missing",
      ]),
    );
  });
});
