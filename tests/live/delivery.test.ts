import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Client } from "graphql-ws";
import type { GraphqlClient } from "../testkit/hub/index.js";
import {
  type Change,
  documents,
  LiveWorld,
  type PlanChange,
  watch,
} from "../testkit/live/live-world.js";
import { write } from "../testkit/mutations/documents.js";

const label = ({ kind, operation, entity }: Change) => `${operation}: ${entity} ${kind}`;
const positionsOf = (changes: readonly { position: number }[]) => changes.map((c) => c.position);

const changesAfter = `query Ledger($after: Position!, $where: ChangeFilter!) {
  changes(first: 200, where: { and: [{ position: { gte: $after } }, $where] }) {
    nodes { position kind operation entity entityId organisation { key } fields { name before after } }
  }
}`;

describe("A stream of changes", () => {
  let world: LiveWorld;
  let visitor: Client;
  beforeAll(async () => {
    world = await LiveWorld.start();
    visitor = await world.socket();
  });
  afterAll(() => world.stop());

  it("delivers every change once and in order, with its diff, as in the ledger", async () => {
    const before = await world.position();
    const stream = watch(visitor, { after: before });
    const participants = ["ipb", "kemnaker"].map((key) => ({
      organisationId: world.id(key),
      role: "IMPLEMENTING",
    }));
    const plan = await world.plan({ title: "Rencana kopi", participants });
    await world.retitle(plan, { title: "Rencana kopi hijau", endsOn: "2025-12-31" });
    const action = await world.action(plan);
    const report = await write(world.coordinator, "reportProgress", {
      actionId: action.id,
      expectedVersion: action.version,
      progress: 40,
      note: "Pelatihan pertama selesai",
    });
    const { rows } = await world.hub.sql.query(
      "select id, version from participant where plan_id = $1 and organisation_id = $2",
      [plan.id, world.id("ipb")],
    );
    const [{ id, version }] = rows;
    const removal = await write(world.coordinator, "removeParticipant", {
      id,
      expectedVersion: version,
    });

    const seen = await stream.upTo(removal.position);
    expect(seen.map(label)).toEqual([
      "createActionPlan: ActionPlan CREATED",
      "createActionPlan: Participant CREATED",
      "createActionPlan: Participant CREATED",
      "updateActionPlan: ActionPlan UPDATED",
      "addAction: Action CREATED",
      "reportProgress: ProgressUpdate CREATED",
      "reportProgress: Action UPDATED",
      "removeParticipant: Participant DELETED",
    ]);
    expect(positionsOf(seen)).toEqual(seen.map((_, at) => before + 1 + at));
    expect(seen.every(({ organisation }) => organisation?.key === "disnaker-lebak")).toBe(true);
    // A mutation answers with the position of its last change.
    expect([plan, action, report].map(({ position }) => position - before)).toEqual([3, 5, 7]);
    expect(seen[3]).toMatchObject({ entityId: plan.id });
    expect(seen[3]?.fields).toEqual([
      { name: "endsOn", before: null, after: "2025-12-31" },
      {
        name: "titleText",
        before: { indonesian: "Rencana kopi" },
        after: { indonesian: "Rencana kopi hijau" },
      },
    ]);
    expect(seen[6]).toMatchObject({ entityId: action.id });
    expect(seen[6]?.fields).toEqual([{ name: "progress", before: 0, after: 40 }]);
    const gone = { name: "organisation", before: world.id("ipb"), after: null };
    expect(seen[7]?.fields).toContainEqual(gone);

    const ledger = await world.hub.visitor.data<{ changes: { nodes: Change[] } }>(changesAfter, {
      after: before + 1,
      where: {},
    });
    expect(seen).toEqual(ledger.changes.nodes);
    await stream.stop();
  });

  it("shows a plan as of each of its changes, and no other plan's changes", async () => {
    const plan = await world.plan();
    const other = await world.plan();
    const stream = watch<PlanChange>(
      visitor,
      { id: plan.id, after: plan.position - 1 },
      documents.plan,
    );
    const created = await stream.next();
    expect(created).toMatchObject({ change: { kind: "CREATED" }, actionPlan: { version: 1 } });

    const retitled = await world.retitle(plan, { title: "Lebih jelas" });
    const titled = await stream.next();
    expect(titled.position).toBe(retitled.position);
    expect(titled.change.position).toBe(retitled.position);
    expect(titled.actionPlan).toMatchObject({ id: plan.id, title: "Lebih jelas", version: 2 });

    await world.retitle(other);
    const action = await world.action(plan);
    const input = { actionId: action.id, expectedVersion: action.version, progress: 75 };
    const report = await write(world.coordinator, "reportProgress", input);
    const [added, update, progressed] = await stream.take(3);
    expect(added?.change).toMatchObject({ entity: "Action", entityId: action.id });
    expect(update?.change.entity).toBe("ProgressUpdate");
    expect(progressed?.position).toBe(report.position);
    expect(progressed?.actionPlan.actions.nodes).toEqual([
      expect.objectContaining({
        id: action.id,
        progress: 75,
        version: (report.payload.action as { version: number }).version,
      }),
    ]);
    await stream.stop();
  });

  /** The same changes in two programmes, which every filter below distinguishes. */
  async function round(lead: GraphqlClient, of: { programme: string; organisation: string }) {
    const plan = await write(lead, "createActionPlan", {
      title: "Rencana",
      programmeId: world.id(of.programme),
      leadId: world.id(of.organisation),
      startsOn: "2024-01-01",
      visibility: "PUBLIC",
    });
    const input = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    const action = await write(lead, "addAction", input);
    await write(lead, "reportProgress", {
      actionId: action.id,
      expectedVersion: action.version,
      progress: 5,
    });
    const title = { title: "Rencana lagi", expectedVersion: plan.version };
    await write(lead, "updateActionPlan", { id: plan.id, ...title });
    return { plan, action };
  }

  it("follows only the changes of its filter, however the filter is composed", async () => {
    const ours = { programme: "pkk-kawasan", organisation: "disnaker-lebak" };
    const theirs = { programme: "koperasi-umkm-ke", organisation: "kemenkop-ukm" };
    const them = await world.hub.as("coordinator@kemenkop-ukm.example");
    const after = await world.position();
    const all = watch(visitor, { after });
    const first = await round(world.maker, ours);
    const other = await round(them, theirs);

    type Filter = [where: Record<string, unknown>, holds: (change: Change) => boolean];
    const isOurs = ({ organisation }: Change) => organisation?.key === "disnaker-lebak";
    const filters: Filter[] = [
      [{ programme: { eq: "pkk-kawasan" } }, isOurs],
      [{ programme: { key: { not: "pkk-kawasan" } } }, (c) => !isOurs(c)],
      [{ organisation: { eq: "kemenkop-ukm" } }, (c) => !isOurs(c)],
      [
        { plan: { eq: other.plan.id } },
        ({ position }) => position > first.plan.position + 4 && position <= other.plan.position + 4,
      ],
      [
        { entity: { in: ["Action", "ProgressUpdate"] } },
        ({ entity }) => entity === "Action" || entity === "ProgressUpdate",
      ],
      [
        {
          and: [
            { plan: { lead: { key: { eq: "disnaker-lebak" } } } },
            { not: { kind: { eq: "CREATED" } } },
          ],
        },
        (c) => isOurs(c) && c.kind !== "CREATED",
      ],
      [
        {
          or: [
            { entityId: { eq: first.action.id } },
            { and: [{ entity: { eq: "ActionPlan" } }, { programme: { eq: "koperasi-umkm-ke" } }] },
          ],
        },
        (c) => c.entityId === first.action.id || (c.entity === "ActionPlan" && !isOurs(c)),
      ],
      [
        { operation: { contains: "progress" }, kind: { eq: "UPDATED" } },
        (c) => c.operation === "reportProgress" && c.kind === "UPDATED",
      ],
    ];
    const streams = filters.map(([where]) => watch(visitor, { after, where }));
    await round(them, theirs);
    await round(world.maker, ours);
    const seen = await all.upTo(await world.position());
    for (const [at, [where, holds]] of filters.entries()) {
      const expected = seen.filter(holds);
      expect(expected.length).toBeGreaterThan(1);
      expect({ where, seen: await streams[at]?.take(expected.length) }).toEqual({
        where,
        seen: expected,
      });
    }
    for (const stream of [all, ...streams]) await stream.stop();
  });

  it("starts now without a position, and accepts a position as a text too", async () => {
    const plan = await world.plan();
    const before = await world.position();
    const now = watch(visitor);
    let isBegun = false;
    const first = now.next().finally(() => {
      isBegun = true;
    });
    // The stream starts during these writes; the next one is its first.
    let written = plan;
    while (!isBegun) written = await world.retitle(written);
    const begun = await first;
    expect(begun.position).toBeGreaterThan(before);
    const text = watch(visitor, { after: String(begun.position - 1) });
    expect(await text.next()).toEqual(begun);
    const { position } = await world.retitle(written);
    const further = await now.upTo(position);
    expect(positionsOf(further)).toEqual(further.map((_, at) => begun.position + 1 + at));
    await Promise.all([now.stop(), text.stop()]);
  });

  it.each([
    ["beyond the ledger's end", async () => (await world.position()) + 1],
    ["negative", async () => -1],
    ["no whole number", async () => 1.5],
    ["no number at all", async () => "tomorrow"],
    ["beyond what a number holds", async () => "99999999999999999999"],
  ])("refuses a position that is %s", async (_, after) => {
    const refusal = await watch(visitor, { after: await after() }).refusal();
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "after" }] });
  });

  it("refuses a position before the first retained change, and names that one", async () => {
    await world.hub.sql.query("update ledger_head set retained_from = 100");
    const refusal = await watch(visitor, { after: 99 }).refusal();
    expect(refusal).toMatchObject({ code: "CURSOR_EXPIRED", retainedFrom: 100 });
    const retained = watch(visitor, { after: 100 });
    expect((await retained.next()).position).toBeGreaterThan(100);
    await retained.stop();
    await world.hub.sql.query("update ledger_head set retained_from = 0");
  });

  it.each([
    [{ entityId: { eq: "nonsense" } }, "where.entityId.eq"],
    [
      { or: [{ entity: { eq: "Action" } }, { plan: { id: { in: ["x"] } } }] },
      "where.or.1.plan.id.in.0",
    ],
  ])("refuses the filter %j at once, not when the first change comes", async (where, path) => {
    const refusal = await watch(visitor, { where }).refusal();
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });
});
