import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type TestDatabase, TestHub, testDatabase } from "../testkit/hub/index.js";
import { documents, organisationInput } from "../testkit/ledger/mutations.js";
import { DatabaseProxy } from "../testkit/postgres/database-proxy.js";
import { holdHead, untilBlocked } from "../testkit/postgres/sessions.js";

describe("the end of a write", () => {
  let database: TestDatabase;
  let proxy: DatabaseProxy;
  let hub: TestHub;

  beforeAll(async () => {
    database = await testDatabase("sample");
    proxy = await DatabaseProxy.to(database.url);
    hub = await TestHub.start("sample", {}, { ...database, url: proxy.url });
  });
  afterAll(async () => {
    await hub.stop();
    await proxy.close();
    await database.drop();
  });

  /** Resolves when the hub sends a commit after an append. */
  function untilCommitIsSent(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let sent = "";
    const stop = proxy.onSent((text) => {
      sent += text;
      if (!/ledger_append.*commit\0/s.test(sent)) return;
      stop();
      resolve();
    });
    return promise;
  }

  const write = async (input: object) =>
    (await hub.operator).ask(documents.createOrganisation, { input });
  const countOf = async (id: string): Promise<number> => {
    const { rows } = await hub.sql.query(
      `select (select count(*) from organisation where id = $1)
        + (select count(*) from change where entity_id = $1) as n`,
      [id],
    );
    return Number(rows[0].n);
  };

  it("sends the commit with the append, before the ledger's head is free", async () => {
    const input = organisationInput();
    const held = await holdHead(database.url);
    const commitSent = untilCommitIsSent();
    const answer = write(input);
    // No answer can have come: the append waits for the head.
    await commitSent;
    await untilBlocked(database.url, 1);
    expect(await countOf(input.id)).toBe(0);
    await held.release();
    expect((await answer).errors).toBeUndefined();
    expect(await countOf(input.id)).toBe(2);
  });

  it("commits nothing where the append fails, though the commit was sent", async () => {
    const input = organisationInput();
    const held = await holdHead(database.url);
    const commitSent = untilCommitIsSent();
    const answer = write(input);
    await commitSent;
    const [waiting] = await untilBlocked(database.url, 1);
    await hub.sql.query("select pg_cancel_backend($1)", [waiting]);
    expect((await answer).errors).toHaveLength(1);
    await held.release();
    expect(await countOf(input.id)).toBe(0);
    expect((await write(input)).errors).toBeUndefined();
    expect(await countOf(input.id)).toBe(2);
  });
});
