import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import { subscribe, type TestDatabase, TestHub, testDatabase } from "../testkit/hub/index.js";
import { documents, organisationInput, type Written } from "../testkit/ledger/mutations.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";

const light = "{ regions(where: { level: { eq: PROVINCE } }) { totalCount } }";
const changes = "subscription($after: Position) { changes(after: $after) { entityId } }";

/** A document that the response cache does not know. */
const uncached = () => `${light} # ${randomUUID()}`;

/** The result of a query over a socket, or the errors of its `error` message. */
const over = (socket: Client, query: string) =>
  new Promise<unknown>((resolve) => {
    socket.subscribe({ query }, { next: resolve, error: resolve, complete: () => undefined });
  });

/** Longer than any request may wait for a silent database, with all deadlines as they are. */
const longestMs = 300_000;

describe("a connection to Postgres that is silent", () => {
  let database: TestDatabase;
  let proxy: DatabaseProxy;
  /** A node whose way to the database is through the proxy, and one whose way is not. */
  let near: TestHub;
  let far: TestHub;

  beforeAll(async () => {
    database = await testDatabase("sample");
    proxy = await DatabaseProxy.to(database.url);
    // Few connections, so that one that is not given back is missed at once.
    const few = { DATABASE_POOL_SIZE: "2" };
    near = await TestHub.start("sample", few, { ...database, url: proxy.url });
    far = await TestHub.start("sample", few, database);
  });
  afterAll(async () => {
    await near.stop();
    await far.stop();
    await proxy.close();
    await database.drop();
  });

  afterEach(() => proxy.restore());

  const write = async (hub: TestHub) => {
    const input = organisationInput();
    const operator = await hub.operator;
    const answer = await operator.ask<{ written: Written }>(documents.createOrganisation, {
      input,
    });
    return { id: input.id, answer };
  };

  const position = async (): Promise<number> => {
    const { rows } = await far.sql.query("select position::int from ledger_head");
    return rows[0].position;
  };

  it("does not stop live updates when it is the one that reads the ledger's head", async () => {
    const after = await position();
    const stream = subscribe<{ changes: { entityId: string } }>(near.socket(), changes, { after });
    const first = await write(far);
    expect((await stream.next()).data?.changes.entityId).toBe(first.id);
    expect(proxy.silenceWhere((sent) => sent.includes("rembuk_change"))).toBe(1);
    const second = await write(far);
    expect((await stream.next()).data?.changes.entityId).toBe(second.id);
    await stream.stop();
  });

  it("is not used when it was idle: the requests of its pool are answered", async () => {
    await near.visitor.data(uncached());
    // A connection that was just used is not tested; one reads figures for the metrics at any time.
    await delay(300);
    const isUsed = (sent: string) => /rembuk_change|from ledger_partitions\(\)/.test(sent);
    expect(proxy.silenceWhere((sent) => !isUsed(sent))).toBeGreaterThan(0);
    expect(await near.visitor.data(uncached())).toEqual({ regions: { totalCount: 38 } });
    expect((await write(near)).answer.errors).toBeUndefined();
  });

  it("ends what waits on it, and never says that a write succeeded", async () => {
    const socket = near.socket();
    await over(socket, light);
    const held = await holdHead(database.url);
    const writing = write(near);
    await untilBlocked(database.url, 1);
    proxy.silence();
    await held.release();
    const refused = over(socket, uncached());
    const began = performance.now();
    const [{ id, answer }, read, refusal] = await Promise.all([
      writing,
      near.visitor.ask(uncached()),
      refused,
    ]);
    expect(performance.now() - began).toBeLessThan(longestMs);
    for (const { status, headers, errors } of [answer, read]) {
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAVAILABLE"]);
      expect(status).toBe(503);
      expect(headers.get("retry-after")).toBe("5");
    }
    // The socket's own `error` message, not a result with errors.
    expect(refusal).toEqual([expect.objectContaining({ extensions: { code: "UNAVAILABLE" } })]);
    proxy.restore();
    // Postgres ends such a session itself, later.
    await far.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`,
    );
    // The write may have been committed, its answer lost: sent again, it is done once.
    const operator = await near.operator;
    let again = await operator.ask(documents.createOrganisation, { input: organisationInput() });
    while (again.errors) {
      expect(again.errors[0]?.extensions.code).toBe("UNAVAILABLE");
      again = await operator.ask(documents.createOrganisation, { input: organisationInput() });
    }
    const { rows } = await far.sql.query(
      "select count(*)::int as n from change where entity_id = $1",
      [id],
    );
    expect(rows[0].n).toBeLessThanOrEqual(1);
    expect(await near.visitor.data(uncached())).toEqual({ regions: { totalCount: 38 } });
  });

  it("is shown by the metrics, which wait for no answer", async () => {
    const shown = async () => (await fetch(near.metricsUrl)).text();
    let text = await shown();
    while (!/^rembuk_postgres_up 1$/m.test(text)) text = await shown();
    proxy.silence();
    while (!/^rembuk_postgres_up 0$/m.test(text)) text = await shown();
    while (!/^rembuk_postgres_last_error_timestamp_seconds \d/m.test(text)) text = await shown();
    proxy.restore();
    while (!/^rembuk_postgres_up 1$/m.test(text)) text = await shown();
  });

  it("does not keep a hub from stopping", async () => {
    const hub = await TestHub.start("sample", {}, { ...database, url: proxy.url });
    await hub.visitor.data(light);
    proxy.silence();
    const asked = proxy.untilDropped("region");
    const waiting = hub.visitor.ask(uncached());
    await asked;
    await hub.stop();
    expect((await waiting).status).toBe(503);
  });
});
