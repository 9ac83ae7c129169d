import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// The rules of a decided outcome, and of one that takes its place, each once and named after it.

let world: World;
let convener: Party;
let guests: Party[];
/** A deliberation to which all came, for the tests in which nobody leaves. */
let deliberation: TestDeliberation;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  guests = [];
  for (const sector of ["NGO", "UNIVERSITY", "PRIVATE_SECTOR", "UNIVERSITY", "NGO"]) {
    guests.push(await world.organisation(sector));
  }
  deliberation = await TestDeliberation.inSession(world, convener, guests, {
    heldFrom: "2026-01-10",
  });
});
afterAll(() => world.stop());

const [A, O] = ["AGREE", "OBJECT"] as const;

const guest = (at: number): Party => guests[at] as Party;

const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

describe("A decided outcome", () => {
  it.each([
    ["AGREED", "agreeOutcome", {}],
    ["DEFERRED", "deferOutcome", { reason: "x" }],
    ["REJECTED", "rejectOutcome", { reason: "x" }],
  ])("%s stays decided: every further step is refused", async (from, mutation, more) => {
    const outcome = await deliberation.outcomeWith(from === "REJECTED" ? [A, O, A] : [A, A, A]);
    await deliberation.decide(mutation, outcome, more);
    for (const [step, to, input] of [
      ["agreeOutcome", "AGREED", {}],
      ["openVote", "VOTE", {}],
      ["closeVote", "COUNTED", {}],
      ["deferOutcome", "DEFERRED", { reason: "y" }],
      ["rejectOutcome", "REJECTED", { reason: "y" }],
      ["amendOutcome", "AMENDED", { text: "Lain", reason: "y" }],
    ] as const) {
      const found = await world.unchangedBy(() => deliberation.cannot(step, outcome, input));
      expect(found.error.extensions).toMatchObject({
        ...{ code: "INVALID_TRANSITION", reason: "DECIDED" },
        ...{ from, to, allowed: [] },
      });
      expect(found.error.message).toContain(from);
    }
    expect(await see(outcome, "status")).toEqual({ status: from });
  });
});

/** A session of one guest, who agrees to all that is proposed. */
const small = (heldFrom: string, more: object = {}) =>
  TestDeliberation.inSession(world, convener, [guest(0)], { heldFrom, ...more });

async function agreed(on: TestDeliberation, more: Record<string, unknown> = {}): Promise<Written> {
  const outcome = await on.outcomeWith([A], convener, more);
  await on.decide("agreeOutcome", outcome);
  return outcome;
}

/** An agreed outcome of a closed deliberation. */
async function settled(heldFrom = "2026-02-01", more: object = {}): Promise<Written> {
  const on = await small(heldFrom, more);
  const outcome = await agreed(on);
  await on.step("closeDeliberation");
  return outcome;
}

describe("An outcome takes the place of", () => {
  const propose = async (on: TestDeliberation, supersedesId: string) =>
    world.unchangedBy(async () =>
      refused(await on.chair, "proposeOutcome", {
        ...{ deliberationId: on.id, organisationId: convener.id, text: "Baru", supersedesId },
      }),
    );

  it("an agreed one of an earlier, closed deliberation, and of no other", async () => {
    const earlier = await small("2026-02-01");
    const standing = await agreed(earlier);
    const rejected = await earlier.outcomeWith([O]);
    await earlier.decide("rejectOutcome", rejected, { reason: "x" });
    const undecided = await earlier.outcomeWith([A]);
    const later = await small("2026-02-02");
    const own = await agreed(later);
    expect((await propose(later, standing.id)).error.message).toContain(
      "not of an earlier, closed",
    );
    await earlier.step("closeDeliberation");
    for (const id of [rejected.id, undecided.id]) {
      const found = await propose(later, id);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.supersedesId"]]);
      expect(found.error.message).toContain("is not agreed");
    }
    for (const id of [own.id, (await settled("2026-02-03")).id]) {
      const found = await propose(later, id);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.supersedesId"]]);
      expect(found.error.message).toContain("not of an earlier, closed");
    }
    expect((await later.propose(convener, { supersedesId: standing.id })).version).toBe(1);
  });

  it("none that the proposer may not see", async () => {
    const hidden = await settled("2026-02-01", { visibility: "PARTICIPANTS" });
    const later = await TestDeliberation.inSession(world, convener, [guest(1)], {
      heldFrom: "2026-02-02",
    });
    const client = await world.member(guest(1), "COORDINATOR");
    for (const supersedesId of [hidden.id, newId()]) {
      const input = { deliberationId: later.id, organisationId: guest(1).id, text: "Baru" };
      const found = await refused(client, "proposeOutcome", { ...input, supersedesId });
      expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.supersedesId"]]);
    }
  });

  it("another once it is agreed, not before, and rewrites nothing of it", async () => {
    const old = await settled();
    const fields = "isSuperseded status text version supersededBy { nodes { id status } }";
    const later = await small("2026-02-02");
    const deferred = await later.propose(convener, { supersedesId: old.id });
    await later.decide("deferOutcome", deferred, { reason: "x" });
    const heir = await later.outcomeWith([A], convener, { supersedesId: old.id });
    const before = await see(old, fields);
    expect(before).toMatchObject({ isSuperseded: false, status: "AGREED", text: "Usul" });
    await later.decide("agreeOutcome", heir);
    expect(await see(old, fields)).toEqual({
      ...{ ...before, isSuperseded: true },
      supersededBy: {
        nodes: expect.arrayContaining([
          { id: deferred.id, status: "DEFERRED" },
          { id: heir.id, status: "AGREED" },
        ]),
      },
    });
    expect(await see(heir, "supersedes { id } isSuperseded")).toEqual({
      supersedes: { id: old.id },
      isSuperseded: false,
    });
  });

  it("another only once, whichever way it is agreed", async () => {
    const old = await settled();
    const [one, other] = [await small("2026-02-02"), await small("2026-02-03")];
    const supersedesId = old.id;
    const late = await other.outcomeWith([A], convener, { supersedesId });
    const voting = await TestDeliberation.inSession(world, convener, guests.slice(0, 3));
    const contested = await voting.outcomeWith([O, A, A], convener, { supersedesId });
    await voting.decide("openVote", contested);
    await agreed(one, { supersedesId });
    for (const [mutation, on, outcome] of [
      ["agreeOutcome", other, late],
      ["closeVote", voting, contested],
    ] as const) {
      const found = await world.unchangedBy(() => on.cannot(mutation, outcome));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.id"]]);
      expect(found.error.message).toContain("superseded");
      expect(await see(outcome, "status")).toEqual({ status: "PROPOSED" });
    }
    const found = await propose(await small("2026-02-04"), old.id);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.supersedesId"]]);
    await voting.decide("deferOutcome", contested, { reason: "didahului" });
  });

  it("one that itself took another's place", async () => {
    const first = await settled("2026-02-01");
    const second = await small("2026-02-02");
    const heir = await agreed(second, { supersedesId: first.id });
    await second.step("closeDeliberation");
    const third = await small("2026-02-03");
    await agreed(third, { supersedesId: heir.id });
    const superseded = { isSuperseded: true };
    expect([await see(first, "isSuperseded"), await see(heir, "isSuperseded")]).toEqual([
      superseded,
      superseded,
    ]);
  });

  it("another at once where it is recorded, as it is agreed from the beginning", async () => {
    const old = await settled();
    const sources = [{ publisher: "Kemenko PMK" }];
    const held = { heldFrom: "2026-02-02", recorded: true, sources };
    const record = await TestDeliberation.inSession(world, convener, [], held);
    const input = { deliberationId: record.id, text: "Baru", supersedesId: old.id, sources };
    await write(await record.chair, "recordOutcome", input);
    expect(await see(old, "isSuperseded")).toEqual({ isSuperseded: true });
    const found = await world.unchangedBy(async () =>
      refused(await record.chair, "recordOutcome", { ...input, text: "Lagi" }),
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.supersedesId"]]);
  });
});

describe("A deferred outcome is taken up again", () => {
  /** A deferred outcome of a closed deliberation. */
  async function put(heldFrom: string, more: object = {}): Promise<Written> {
    const on = await small(heldFrom, more);
    const outcome = await on.propose(convener);
    await on.decide("deferOutcome", outcome, { reason: "belum matang" });
    await on.step("closeDeliberation");
    return outcome;
  }

  const propose = (on: TestDeliberation, takesUpId: string) =>
    world.unchangedBy(async () =>
      refused(await on.chair, "proposeOutcome", {
        ...{ deliberationId: on.id, organisationId: convener.id, text: "Lagi", takesUpId },
      }),
    );

  it("by outcomes of later deliberations, and shows where", async () => {
    const old = await put("2026-03-01");
    const fields = "status version isTakenUp takenUpBy { nodes { id deliberation { id } } }";
    const before = await see(old, fields);
    expect(before).toMatchObject({ status: "DEFERRED", isTakenUp: false });
    const later = await small("2026-03-02");
    const again = await later.propose(convener, { takesUpId: old.id });
    await later.decide("deferOutcome", again, { reason: "sekali lagi" });
    await later.step("closeDeliberation");
    const recorded = { heldFrom: "2026-03-03", recorded: true, sources: [{ publisher: "Dinas" }] };
    const record = await TestDeliberation.inSession(world, convener, [], recorded);
    const { sources } = recorded;
    const input = { deliberationId: record.id, text: "Selesai", takesUpId: again.id, sources };
    const last = await write(await record.chair, "recordOutcome", input);
    expect(await see(old, fields)).toEqual({
      ...{ ...before, isTakenUp: true },
      takenUpBy: { nodes: [{ id: again.id, deliberation: { id: later.id } }] },
    });
    expect(await see(again, "status takesUp { id } takenUpBy { nodes { id } }")).toEqual({
      ...{ status: "DEFERRED", takesUp: { id: old.id } },
      takenUpBy: { nodes: [{ id: last.id }] },
    });
    await record.step("closeDeliberation");
    const { minutes } = await shown<{ minutes: { document: string; html: string } }>(
      ...[world.visitor(), "Deliberation", later, "minutes { document html(language: EN) }"],
    );
    const [outcome] = JSON.parse(minutes.document).outcomes;
    expect(outcome.takesUp).toMatchObject({ id: old.id, text: "Usul" });
    expect(minutes.html).toContain("Takes up again a deferred outcome");
  });

  it("only if it was deferred, in an earlier, closed deliberation", async () => {
    const later = await small("2026-03-02");
    const own = await later.propose(convener);
    await later.decide("deferOutcome", own, { reason: "x" });
    const earlier = "is not of an earlier, closed deliberation";
    for (const [id, message] of [
      [(await settled("2026-03-01")).id, "was not deferred"],
      [own.id, earlier],
      [(await put("2026-03-03")).id, earlier],
    ] as const) {
      const found = await propose(later, id);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.takesUpId"]]);
      expect(found.error.message).toContain(message);
    }
  });

  it("in meetings that a viewer may not see without a trace for them", async () => {
    const old = await put("2026-03-01");
    const hidden = await small("2026-03-02", { visibility: "PARTICIPANTS" });
    const again = await hidden.propose(convener, { takesUpId: old.id });
    const fields = "isTakenUp takenUpBy { nodes { id } }";
    expect(await see(old, fields)).toEqual({ isTakenUp: false, takenUpBy: { nodes: [] } });
    const { chair } = hidden;
    expect(await shown(await chair, "Outcome", old, fields)).toEqual({
      ...{ isTakenUp: true, takenUpBy: { nodes: [{ id: again.id }] } },
    });
    await hidden.decide("deferOutcome", again, { reason: "x" });
    await hidden.step("closeDeliberation");
    const later = await small("2026-03-03");
    const open = await later.propose(convener, { takesUpId: again.id });
    expect(await see(open, "takesUp { id }")).toEqual({ takesUp: null });
    await later.step("closeDeliberation");
    const { minutes } = await shown<{ minutes: { document: string } }>(
      ...[world.visitor(), "Deliberation", later, "minutes { document }"],
    );
    expect(JSON.parse(minutes.document).outcomes[0].takesUp).toBeNull();
    const stranger = await TestDeliberation.inSession(world, guest(1), [guest(1)]);
    const input = { deliberationId: stranger.id, organisationId: guest(1).id, text: "x" };
    for (const takesUpId of [again.id, newId()]) {
      const found = await refused(await stranger.chair, "proposeOutcome", { ...input, takesUpId });
      expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.takesUpId"]]);
    }
  });
});
