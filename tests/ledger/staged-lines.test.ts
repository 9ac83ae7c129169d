import { randomUUID } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { ChangeKind, StagedLines, verifyLedger } from "../../src/ledger/index.js";
import { noting, ownLedger } from "../testkit/ledger/own-ledger.js";
import { inSession } from "../testkit/postgres/sessions.js";

describe("the staged lines of a long transaction", () => {
  const own = ownLedger();

  const lineOf = (entityId: string, number: number) => ({
    ...{ entity: "Note", entityId, kind: ChangeKind.CREATED },
    diff: { number: { before: null, after: number }, text: { before: null, after: '"\\ {é},' } },
  });

  it("are appended in their order, in several chunks, and the chain goes through them", async () => {
    const ids = Array.from({ length: 20_500 }, () => randomUUID());
    const { position } = await own.open.ledger.transact(noting, async (em) => {
      const staged = await StagedLines.open(em);
      for (let from = 0; from < ids.length; from += 1000) {
        await staged.add(ids.slice(from, from + 1000).map((id, at) => lineOf(id, from + at)));
      }
    });
    const { rows } = await inSession(own.database.url, (client) =>
      client.query("select entity_id as id from change where position > $1 order by position", [
        position - ids.length,
      ]),
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(await verifyLedger(own.open.orm.em.fork())).toMatchObject({ whole: true, position });
  });

  it("that are none append nothing", async () => {
    const before = await own.open.ledger.position();
    const { position } = await own.open.ledger.transact(noting, async (em) => {
      await StagedLines.open(em);
    });
    expect([position, await own.open.ledger.position()]).toEqual([before, before]);
  });

  it("are left out of the ledger where the transaction fails after them", async () => {
    const before = await own.open.ledger.position();
    const failing = own.open.ledger.transact(noting, async (em) => {
      const staged = await StagedLines.open(em);
      await staged.add([lineOf(randomUUID(), 1)]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await own.open.ledger.position()).toBe(before);
  });

  it("stand between those of other use cases where several commit together", async () => {
    const ids = [randomUUID(), randomUUID()] as const;
    const { position } = await own.open.ledger.together(async (joined) => {
      await joined.transact(noting, async (em) => {
        const staged = await StagedLines.open(em);
        for (const [at, id] of ids.entries()) await staged.add([lineOf(id, at)]);
      });
    });
    expect(position).toBe(await own.open.ledger.position());
    const { rows } = await inSession(own.database.url, (client) =>
      client.query("select entity_id as id from change where position > $1 order by position", [
        position - 2,
      ]),
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });
});
