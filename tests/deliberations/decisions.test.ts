import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  broken,
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// The rules of what ends the talk on an outcome, each once and named after it: the vote, deferral and
// rejection, and that a later outcome takes its place.

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

const [A, R, O, N] = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;

const guest = (at: number): Party => guests[at] as Party;

const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

/** An outcome on which the guests take these positions, in their order. */
async function outcomeWith(
  stances: readonly Stance[],
  on = deliberation,
  more = {},
): Promise<Written> {
  const outcome = await on.propose(convener, more);
  for (const [at, stance] of stances.entries()) {
    await on.position(on.invited[at] as Party, outcome, stance);
  }
  return outcome;
}

async function voted(stances: readonly Stance[], on = deliberation): Promise<Written> {
  const outcome = await outcomeWith(stances, on);
  await on.decide("openVote", outcome);
  return outcome;
}

describe("A vote", () => {
  it("is opened only after mufakat has failed: somebody objects, and the quorum holds", async () => {
    const content = await outcomeWith([A, R, N]);
    const found = await world.unchangedBy(() => deliberation.cannot("openVote", content));
    expect(found).toMatchObject(broken("NO_OBJECTION", "VOTE"));
    expect(found.error.extensions.allowed).toEqual(["AGREED", "DEFERRED", "REJECTED"]);
    const few = await outcomeWith([O, A]);
    const sectorsMissing = ["PRIVATE_SECTOR"];
    expect(await world.unchangedBy(() => deliberation.cannot("openVote", few))).toMatchObject(
      broken("QUORUM_NOT_MET", "VOTE", { sectorsMissing }),
    );
    expect(await see(few, "votingSince")).toEqual({ votingSince: null });
  });

  it("is open from then on, once, and named by no other step", async () => {
    const outcome = await outcomeWith([O, A, A]);
    const uncalled = await world.unchangedBy(() => deliberation.cannot("closeVote", outcome));
    expect(uncalled).toMatchObject(broken("NO_VOTE_OPEN", "COUNTED"));
    await deliberation.decide("openVote", outcome);
    const { votingSince, status } = await see<{ votingSince: string; status: string }>(
      outcome,
      "votingSince status",
    );
    expect(status).toBe("PROPOSED");
    expect(Math.abs(Date.now() - Date.parse(votingSince))).toBeLessThan(60_000);
    const again = await world.unchangedBy(() => deliberation.cannot("openVote", outcome));
    expect(again).toMatchObject(broken("VOTE_OPEN", "VOTE", { allowed: ["COUNTED", "DEFERRED"] }));
  });

  // A agrees, R reserves, O objects, N abstains; each letter is one organisation.
  it.each([
    ["AAO", "AGREED"],
    ["RRO", "AGREED"],
    ["AROOR", "AGREED"],
    ["ANO", "REJECTED"],
    ["AROO", "REJECTED"],
    ["AAOON", "REJECTED"],
    ["ONNNN", "REJECTED"],
    ["NNOAA", "AGREED"],
    ["OOOAA", "REJECTED"],
  ])("of %s is %s: a tie rejects, and abstentions count for nobody", async (letters, status) => {
    const stances = [...letters].map((letter) => ({ A, R, O, N })[letter] as Stance);
    const outcome = await voted(stances);
    await deliberation.decide("closeVote", outcome);
    const count = (one: Stance) => stances.filter((stance) => stance === one).length;
    const fields =
      "status votingSince decision { method agree agreeWithReservation object abstain }";
    expect(await see(outcome, fields)).toEqual({
      ...{ status, votingSince: null },
      decision: {
        ...{ method: "VOTE", agree: count(A), agreeWithReservation: count(R) },
        ...{ object: count(O), abstain: count(N) },
      },
    });
  });

  it("while open, keeps the text, and leaves rejection and mufakat to the count", async () => {
    const outcome = await voted([O, A, A]);
    const reason = "x";
    for (const [mutation, to, more] of [
      ["amendOutcome", "AMENDED", { text: "Lain", reason }],
      ["rejectOutcome", "REJECTED", { reason }],
      ["agreeOutcome", "AGREED", {}],
    ] as const) {
      const found = await world.unchangedBy(() => deliberation.cannot(mutation, outcome, more));
      const allowed = ["COUNTED", "DEFERRED"];
      expect(found).toMatchObject(broken("VOTE_OPEN", to, { allowed }));
    }
  });

  it("while open, is taken and changed by positions", async () => {
    const outcome = await outcomeWith([O, A, A]);
    const { positions } = await see<{ positions: { id: string; stance: string }[] }>(
      outcome,
      "positions { id stance }",
    );
    await deliberation.decide("openVote", outcome);
    await deliberation.position(guest(3), outcome, N);
    const { id } = positions.find(({ stance }) => stance === O) ?? { id: "" };
    const client = await world.member(guest(0), "COORDINATOR");
    await write(client, "changePosition", { id, expectedVersion: 1, stance: A });
    await deliberation.decide("closeVote", outcome);
    expect(await see(outcome, "status decision { method agree object abstain }")).toEqual({
      status: "AGREED",
      decision: { method: "VOTE", agree: 3, object: 0, abstain: 1 },
    });
  });

  it("is not counted without the quorum, nor are the votes of those who left", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await voted([O, A, A, O, O], own);
    await own.leave(guest(2));
    expect(await world.unchangedBy(() => own.cannot("closeVote", outcome))).toMatchObject(
      broken("QUORUM_NOT_MET", "COUNTED", { allowed: ["DEFERRED"] }),
    );
    await own.arrive(guest(2));
    for (const at of [3, 4]) await own.leave(guest(at));
    await own.decide("closeVote", outcome);
    expect(await see(outcome, "status decision { agree object attending }")).toEqual({
      status: "AGREED",
      decision: { agree: 2, object: 1, attending: 3 },
    });
  });

  it("is void where the outcome is deferred", async () => {
    const outcome = await voted([O, A, A]);
    await deliberation.decide("deferOutcome", outcome, { reason: "belum matang" });
    expect(await see(outcome, "status reason votingSince decision { method }")).toEqual({
      ...{ status: "DEFERRED", reason: "belum matang", votingSince: null },
      decision: { method: "CONVENER" },
    });
  });
});

const refusals = [
  ["deferOutcome", "DEFERRED"],
  ["rejectOutcome", "REJECTED"],
] as const;

describe.each(refusals)("The convener's %s", (mutation, status) => {
  it("says why, asks no quorum, and keeps the positions that there were", async () => {
    const outcome = await outcomeWith([O, A]);
    for (const reason of [undefined, null, "", "  "]) {
      const found = await world.unchangedBy(() =>
        deliberation.cannot(mutation, outcome, { reason }),
      );
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.reason"]]);
    }
    await deliberation.decide(mutation, outcome, { reason: "tanpa titik temu" });
    const fields = "status reason decision { method agree object } positions { stance counts }";
    expect(await see(outcome, fields)).toEqual({
      ...{ status, reason: "tanpa titik temu" },
      decision: { method: "CONVENER", agree: 1, object: 1 },
      positions: [
        { stance: O, counts: true },
        { stance: A, counts: true },
      ],
    });
  });
});

describe("A decided outcome", () => {
  it.each([
    ["AGREED", "agreeOutcome", {}],
    ["DEFERRED", "deferOutcome", { reason: "x" }],
    ["REJECTED", "rejectOutcome", { reason: "x" }],
  ])("%s stays decided: every further step is refused", async (from, mutation, more) => {
    const outcome = await outcomeWith([A, A, A]);
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

async function agreed(on: TestDeliberation, more: object = {}): Promise<Written> {
  const outcome = await outcomeWith([A], on, more);
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
    const rejected = await outcomeWith([A], earlier);
    await earlier.decide("rejectOutcome", rejected, { reason: "x" });
    const undecided = await outcomeWith([A], earlier);
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
    const heir = await outcomeWith([A], later, { supersedesId: old.id });
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
    const late = await outcomeWith([A], other, { supersedesId });
    const voting = await TestDeliberation.inSession(world, convener, guests.slice(0, 3));
    const contested = await outcomeWith([O, A, A], voting, { supersedesId });
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
