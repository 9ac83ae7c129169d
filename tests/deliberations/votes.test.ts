import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  broken,
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of the vote, each once and named after it.

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

async function voted(stances: readonly Stance[], on = deliberation): Promise<Written> {
  const outcome = await on.outcomeWith(stances);
  await on.decide("openVote", outcome);
  return outcome;
}

describe("A vote", () => {
  it("is opened also where too few agree, without an objection", async () => {
    const outcome = await voted([A, N, N]);
    await deliberation.decide("closeVote", outcome);
    expect(await see(outcome, "status")).toEqual({ status: "AGREED" });
  });

  it("is opened only after mufakat has failed: somebody objects, and the quorum holds", async () => {
    const content = await deliberation.outcomeWith([A, R, N]);
    const found = await world.unchangedBy(() => deliberation.cannot("openVote", content));
    expect(found).toMatchObject(broken("MUFAKAT_HOLDS", "VOTE"));
    expect(found.error.extensions.allowed).toEqual(["AGREED", "DEFERRED"]);
    const few = await deliberation.outcomeWith([O, A]);
    const sectorsMissing = ["PRIVATE_SECTOR"];
    expect(await world.unchangedBy(() => deliberation.cannot("openVote", few))).toMatchObject(
      broken("QUORUM_NOT_MET", "VOTE", { sectorsMissing }),
    );
    expect(await see(few, "votingSince")).toEqual({ votingSince: null });
  });

  it("is open from then on, once, and named by no other step", async () => {
    const outcome = await deliberation.outcomeWith([O, A, A]);
    const uncalled = await world.unchangedBy(() => deliberation.cannot("closeVote", outcome));
    expect(uncalled).toMatchObject(broken("NO_VOTE_OPEN", "COUNTED"));
    const before = Date.now();
    await deliberation.decide("openVote", outcome);
    const { votingSince, status } = await see<{ votingSince: string; status: string }>(
      outcome,
      "votingSince status",
    );
    expect(status).toBe("PROPOSED");
    expect(Date.parse(votingSince)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(votingSince)).toBeLessThanOrEqual(Date.now());
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
    const outcome = await deliberation.outcomeWith([O, A, A]);
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

  it("has the electorate of the moment at which it is opened: invitations and arrivals after it do not vote", async () => {
    const latecomer = guest(4);
    const own = await TestDeliberation.inSession(world, convener, guests, {
      present: guests.slice(0, 4),
    });
    const outcome = await voted([O, A, O], own);
    const fields = `tally { agree object } vote { voices invited attending electorate { id } }
      positions { counts organisation { id } }`;
    const electorate = guests.slice(0, 4).map(({ id }) => id);
    const vote = { voices: 4, invited: 5, attending: 4 };
    const found = await see<{ vote: { electorate: { id: string }[] } }>(outcome, fields);
    expect(found.vote).toMatchObject(vote);
    expect(found.vote.electorate.map(({ id }) => id).sort()).toEqual(electorate.toSorted());
    // Three friends are invited now, and one that had not come arrives.
    const friends = [await world.organisation("NGO"), await world.organisation("UNIVERSITY")];
    for (const { id: organisationId } of friends) {
      const input = { deliberationId: own.id, organisationId };
      await write(await own.chair, "inviteOrganisation", input);
    }
    for (const party of [...friends, latecomer]) {
      await own.arrive(party);
      const { id } = await own.position(party, outcome, A);
      expect(await shown(world.visitor(), "OutcomePosition", { id }, "counts")).toEqual({
        counts: false,
      });
    }
    const after = await see<{ vote: object; tally: object }>(outcome, fields);
    expect([after.vote, after.tally]).toEqual([found.vote, { agree: 1, object: 2 }]);
    // One of the electorate votes now.
    await own.position(guest(3), outcome, A);
    await own.decide("closeVote", outcome);
    const decided = `status ${fields} decision { method agree object invited attending }
      countedOrganisations { id }`;
    expect(await see(outcome, decided)).toMatchObject({
      status: "REJECTED",
      decision: { method: "VOTE", agree: 2, object: 2, invited: 5, attending: 4 },
      tally: { agree: 2, object: 2 },
      vote,
    });
    const { countedOrganisations } = await see<{ countedOrganisations: { id: string }[] }>(
      outcome,
      "countedOrganisations { id }",
    );
    expect(countedOrganisations.map(({ id }) => id).sort()).toEqual(electorate.toSorted());
    expect((await see<{ vote: object }>(outcome, fields)).vote).toEqual(found.vote);
  });

  it("counts a vote that was cast though its caster leaves, and needs no further quorum", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await voted([O, A, A, O, O], own);
    for (const at of [0, 2, 3, 4]) await own.leave(guest(at));
    expect(await see(outcome, "tally { agree object }")).toEqual({
      tally: { agree: 2, object: 3 },
    });
    await own.decide("closeVote", outcome);
    expect(await see(outcome, "status decision { agree object attending }")).toEqual({
      status: "REJECTED",
      decision: { agree: 2, object: 3, attending: 5 },
    });
  });

  it("has in its electorate the holder of an objection that stands, though it left before", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await own.outcomeWith([A, A, A, O, O]);
    for (const at of [3, 4]) await own.leave(guest(at));
    await own.decide("openVote", outcome);
    const fields = "vote { voices attending } tally { agree object }";
    expect(await see(outcome, fields)).toEqual({
      vote: { voices: 5, attending: 3 },
      tally: { agree: 3, object: 2 },
    });
  });

  it("has in its electorate those who left with a position, so that nobody is voted down by a departure", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await own.outcomeWith([O, A, A, A, A]);
    for (const at of [3, 4]) await own.leave(guest(at));
    await own.decide("openVote", outcome);
    const fields = "vote { voices attending } tally { agree object }";
    expect(await see(outcome, fields)).toEqual({
      vote: { voices: 5, attending: 3 },
      tally: { agree: 4, object: 1 },
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
    const outcome = await deliberation.outcomeWith([O, A]);
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
