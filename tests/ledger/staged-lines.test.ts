import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ChangeKind, StagedLines, verifyLedger } from "../../src/ledger/index.js";
import { type TestDatabase, testDatabase } from "../testkit/hub/index.js";
import { inSession, type OpenLedger, openLedger } from "../testkit/postgres/sessions.js";

const act = { actor: "hub", organisation: undefined, operation: "note" };

describe("the staged lines of a long transaction", () => {
  let database: TestDatabase;
  let open: OpenLedger;

  beforeAll(async () => {
    database = await testDatabase("regions");
    open = await openLedger(database.url);
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  const lineOf = (entityId: string, number: number) => ({
    ...{ entity: "Note", entityId, kind: ChangeKind.CREATED },
    diff: { number: { before: null, after: number }, text: { before: null, after: '"\\ {é},' } },
  });

  it("are appended in their order, in several chunks, and the chain goes through them", async () => {
    const ids = Array.from({ length: 20_500 }, () => randomUUID());
    const { position } = await open.ledger.transact(act, async (em) => {
      const staged = await StagedLines.open(em);
      for (let from = 0; from < ids.length; from += 1000) {
        await staged.add(ids.slice(from, from + 1000).map((id, at) => lineOf(id, from + at)));
      }
    });
    const { rows } = await inSession(database.url, (client) =>
      client.query("select entity_id as id from change where position > $1 order by position", [
        position - ids.length,
      ]),
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true, position });
  });

  it("that are none append nothing", async () => {
    const before = await open.ledger.position();
    const { position } = await open.ledger.transact(act, async (em) => {
      await StagedLines.open(em);
    });
    expect([position, await open.ledger.position()]).toEqual([before, before]);
  });

  it("are left out of the ledger where the transaction fails after them", async () => {
    const before = await open.ledger.position();
    const failing = open.ledger.transact(act, async (em) => {
      const staged = await StagedLines.open(em);
      await staged.add([lineOf(randomUUID(), 1)]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await open.ledger.position()).toBe(before);
  });

  it("stand between those of other use cases where several commit together", async () => {
    const ids = [randomUUID(), randomUUID()] as const;
    const { position } = await open.ledger.together(async (joined) => {
      await joined.transact(act, async (em) => {
        const staged = await StagedLines.open(em);
        for (const [at, id] of ids.entries()) await staged.add([lineOf(id, at)]);
      });
    });
    expect(position).toBe(await open.ledger.position());
    const { rows } = await inSession(database.url, (client) =>
      client.query("select entity_id as id from change where position > $1 order by position", [
        position - 2,
      ]),
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });
});
