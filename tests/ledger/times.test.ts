import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { ChangeKind, canonicalBody, StagedLines, verifyLedger } from "../../src/ledger/index.js";
import { LedgerClock } from "../../src/ledger/ledger-clock.js";
import { type GraphqlClient, TestHub } from "../testkit/hub/index.js";
import { actionInput, kasepuhan, write } from "../testkit/ledger/mutations.js";
import { noting } from "../testkit/ledger/own-ledger.js";
import { metricOf } from "../testkit/live/measures.js";
import { type OpenLedger, openLedger } from "../testkit/postgres/sessions.js";

const dayMs = 86_400_000;

describe("The times of lines, where the clock was set back by two days", () => {
  let hub: TestHub;
  let coordinator: GraphqlClient;
  let open: OpenLedger;
  let before: number;
  /** The time of the last line that was written before the clock was set back. */
  let latest: string;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
    coordinator = await hub.as(kasepuhan.coordinator);
    open = await openLedger(hub.database.url);
    before = await open.ledger.position();
    latest = new Date(Date.now() + 2 * dayMs).toISOString();
    const line = canonicalBody({
      ...{ at: latest, actor: "hub", operation: "note", kind: ChangeKind.UPDATED },
      // The text holds what a time is looked for by.
      ...{
        entity: "Note",
        entityId: randomUUID(),
        diff: { at: { before: '"at":"', after: null } },
      },
    });
    await hub.sql.query("select ledger_append($1::text[])", [[line]]);
  });
  afterAll(async () => {
    await open.close();
    await hub.stop();
  });

  const timesAfter = async (position: number) => {
    const { rows } = await hub.sql.query<{ at: Date }>(
      "select at from change where position > $1 order by position",
      [position],
    );
    return rows.map(({ at }) => at.toISOString());
  };

  it("do not go back: a later line has the time of the one before it, and the chain is whole", async () => {
    const action = await write(coordinator, "addAction", actionInput());
    const times = await timesAfter(before);
    expect(times.length).toBeGreaterThan(1);
    expect(new Set(times)).toEqual(new Set([latest]));
    const asked = `{ changes(last: 5, where: { at: { gte: "${latest}" } }) { nodes { position at } } }`;
    const { changes } = await coordinator.data<{ changes: { nodes: { position: number }[] } }>(
      asked,
    );
    expect(changes.nodes.at(-1)?.position).toBe(action.position);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
  });

  it("do not go back in a long transaction whose lines waited while others were written", async () => {
    const own = Date.now() + 3 * dayMs;
    const { position } = await open.ledger.transact(noting, async (em) => {
      const staged = await StagedLines.open(em);
      const lineOf = () => ({
        entity: "Note",
        entityId: randomUUID(),
        kind: ChangeKind.CREATED,
        diff: {},
      });
      await staged.add([lineOf(), lineOf()]);
      // A clock that goes ahead and back within the transaction.
      await em.execute(
        "update staged_line set at = to_timestamp(?), body = ledger_line_at(body, to_timestamp(?)) where place = 2",
        [own / 1000, own / 1000],
      );
      await staged.add([lineOf()]);
    });
    const ahead = new Date(own).toISOString();
    expect(await timesAfter(position - 3)).toEqual([latest, ahead, ahead]);
    expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true, position });
  });

  it("leave reads as of a position as they were", async () => {
    const count = async (position: number) => {
      const asked = `query @asOf(position: ${position}) { actions { totalCount } }`;
      return (await coordinator.data<{ actions: { totalCount: number } }>(asked)).actions
        .totalCount;
    };
    const { position } = await write(coordinator, "addAction", actionInput());
    expect([await count(before), await count(position)]).toEqual([
      (await count(position)) - 2,
      (await count(before)) + 2,
    ]);
  });

  it("are shown to be ahead of the clock", async () => {
    const behind = () => metricOf(hub, "rembuk_ledger_clock_behind_seconds");
    while ((await behind()) < 86_400) await new Promise(setImmediate);
  });
});

describe("A clock that is behind the ledger", () => {
  it("is told once for each jump, with how far, and once when it has caught up", () => {
    const lines: { level: string; seconds: number }[] = [];
    const write = (line: string) => void lines.push(JSON.parse(line));
    const clock = new LedgerClock(
      pino({ formatters: { level: (level) => ({ level }) } }, { write }),
    );
    const now = Date.now();
    for (const ahead of [
      Number.NEGATIVE_INFINITY,
      -5_000,
      500,
      7_200_000,
      7_199_000,
      172_800_000,
    ]) {
      clock.note(now + ahead);
      clock.note(now + ahead);
    }
    clock.note(now);
    clock.note(now);
    const hours = lines.map(({ level, seconds }) => [level, Math.round(seconds / 3600)]);
    expect(hours).toEqual([
      ["warn", 2],
      ["warn", 48],
      ["info", 0],
    ]);
  });
});
