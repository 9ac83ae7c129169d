import { randomUUID } from "node:crypto";
import { ChangeKind, canonicalBody, verifyLedger } from "../../../src/ledger/index.js";
import { TestHub, testDatabase } from "../../testkit/hub/index.js";
import { organisationInput, write } from "../../testkit/ledger/mutations.js";
import { watch } from "../../testkit/live/live-world.js";
import { metricOf } from "../../testkit/live/measures.js";
import { openLedger } from "../../testkit/postgres/sessions.js";
import type { Fault } from "./fault.js";

/** How far the clock was ahead before it was set back, in milliseconds. */
const aheadMs = 2 * 86_400_000;
const writers = 4;
const changesEach = 50;

/** Lines whose time is before that of the line before them, and by how much at most. */
const backward = `select count(*)::int as lines, coalesce(max(extract(epoch from before - at)), 0)::float8 as seconds
  from (select at, lag(at) over (order by position) as before from change) as line where at < before`;

async function makeChanges(hub: TestHub): Promise<number> {
  const operator = await hub.operator;
  const work = Array.from({ length: writers }, async () => {
    let last = 0;
    for (let made = 0; made < changesEach; made += 1) {
      last = (await write(operator, "createOrganisation", organisationInput())).position;
    }
    return last;
  });
  return Math.max(...(await Promise.all(work)));
}

/** Leaves a line of a node whose clock was ahead. */
async function plant(hub: TestHub): Promise<void> {
  const line = canonicalBody({
    ...{ at: new Date(Date.now() + aheadMs).toISOString(), actor: "hub", operation: "note" },
    ...{ entity: "Note", entityId: randomUUID(), kind: ChangeKind.UPDATED, diff: {} },
  });
  await hub.sql.query("select ledger_append($1::text[])", [[line]]);
}

/** The clock goes back by two days under writers and a watcher; then the same where times are taken as they come. */
export const clockBack: Fault = {
  name: "clock-back",
  needsServer: true,
  async run({ say }) {
    const database = await testDatabase("sample");
    const hub = await TestHub.start("sample", {}, database);
    const open = await openLedger(database.url);
    const start = await open.ledger.position();
    const client = hub.socket();
    const stream = watch(client, { after: start, where: { entity: { eq: "Organisation" } } });
    await plant(hub);
    const last = await makeChanges(hub);
    const seen = (await stream.upTo(last)).map(({ position }) => position);
    const { rows } = await hub.sql.query(backward);
    const verdict = await verifyLedger(open.orm.em.fork());
    const behind = await metricOf(hub, "rembuk_ledger_clock_behind_seconds");
    say(
      `${writers * changesEach} changes after the clock went back: ${rows[0].lines} lines before their predecessors; the watcher saw ${seen.length}; the clock is ${Math.round(behind)} s behind`,
    );
    await hub.sql.query(
      "create or replace function ledger_line_at(body text, at timestamptz) returns text language sql as 'select body'",
    );
    await makeChanges(hub);
    const { rows: before } = await hub.sql.query(backward);
    say(
      `where times are taken as they come: ${before[0].lines} lines before their predecessors, by ${Math.round(before[0].seconds)} s`,
    );
    await client.dispose();
    await open.close();
    await hub.stop();
    await database.drop();
    const inOrder = new Set(seen).size === writers * changesEach && seen.every(isAfter);
    return [
      ...(rows[0].lines === 0
        ? []
        : [`${rows[0].lines} lines are earlier than their predecessors`]),
      ...(verdict.whole ? [] : [`the chain is broken: ${verdict.reason}`]),
      ...(inOrder ? [] : [`the watcher saw ${seen}`]),
      ...(behind > 86_400 ? [] : [`the clock is said to be ${behind} s behind`]),
      ...(before[0].lines > 0 ? [] : ["times that go back are not found"]),
    ];
  },
};

const isAfter = (position: number, at: number, all: readonly number[]): boolean =>
  at === 0 || position > (all[at - 1] ?? 0);
