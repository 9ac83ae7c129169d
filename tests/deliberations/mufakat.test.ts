import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  broken,
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of mufakat, each once and named after it.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;
let firm: Party;
let guests: Party[];
/** A deliberation to which all came, for the tests in which nobody leaves. */
let deliberation: TestDeliberation;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
  firm = await world.organisation("PRIVATE_SECTOR");
  guests = [ngo, campus, firm, await world.organisation("VILLAGE_GOVERNMENT")];
  deliberation = await TestDeliberation.inSession(world, convener, guests);
});
afterAll(() => world.stop());

/** What a visitor sees of an outcome. */
const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

const tallyOf = async (outcome: Written) =>
  (await see<{ tally: object }>(outcome, "tally { agree agreeWithReservation object abstain }"))
    .tally;

/** A new outcome on which each of the guests takes the stance that is named, if one is. */
const outcomeWith = (stances: readonly (Stance | undefined)[] = [], on = deliberation) =>
  on.outcomeWith(stances, ngo);

const [A, R, O, N] = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;

describe("Mufakat", () => {
  it.each<[string, Stance[], boolean]>([
    ["all agree", [A, A, A, A], true],
    ["some have reservations", [A, R, R, A], true],
    ["some abstain", [A, N, N, A], true],
    ["half agree", [A, N, N, R], true],
    ["one objects", [A, A, O, A], false],
    ["all object", [O, O, O, O], false],
  ])("where %s", async (_, stances, holds) => {
    const outcome = await outcomeWith(stances);
    const count = (one: Stance) => stances.filter((stance) => stance === one).length;
    const tally = {
      ...{ agree: count(A), agreeWithReservation: count(R) },
      ...{ object: count(O), abstain: count(N) },
    };
    expect(await tallyOf(outcome)).toEqual(tally);
    if (!holds) {
      const found = await world.unchangedBy(() => deliberation.cannot("agreeOutcome", outcome));
      expect(found).toMatchObject(broken("OBJECTIONS_STAND", "AGREED", { object: count(O) }));
      expect(found.error.extensions.allowed).toEqual(["VOTE", "DEFERRED", "REJECTED"]);
      return;
    }
    await deliberation.decide("agreeOutcome", outcome);
    const fields = `status reason isSuperseded quorum { met } countedOrganisations { id }
      decision { method agree agreeWithReservation object abstain invited attending }`;
    const found = await see<{ countedOrganisations: { id: string }[] }>(outcome, fields);
    const decision = { method: "MUFAKAT", ...tally, invited: 4, attending: 4 };
    expect(found).toMatchObject({ status: "AGREED", reason: null, quorum: null, decision });
    expect(found.countedOrganisations.map(({ id }) => id).sort()).toEqual(
      guests.map(({ id }) => id).sort(),
    );
  });

  it("asks a position of each invited sector: attending alone is not enough", async () => {
    const outcome = await outcomeWith([A, A, undefined, A]);
    const found = await world.unchangedBy(() => deliberation.cannot("agreeOutcome", outcome));
    const sectorsMissing = ["PRIVATE_SECTOR"];
    expect(found).toMatchObject(broken("QUORUM_NOT_MET", "AGREED", { sectorsMissing }));
    expect(found.error.message).toContain("PRIVATE_SECTOR");
    const { quorum } = await see<{ quorum: object }>(
      outcome,
      "quorum { met attending invited needed sectorsMissing organisationsMissing { id } }",
    );
    expect(quorum).toEqual({
      ...{ met: false, attending: 4, invited: 4, needed: 2 },
      ...{ sectorsMissing, organisationsMissing: [{ id: firm.id }] },
    });
    await deliberation.position(firm, outcome, N);
    await deliberation.decide("agreeOutcome", outcome);
  });

  it("is not made by abstentions: at least half of those who took a position agree", async () => {
    for (const [stances, agreeing] of [
      [[N, N, N, N], 0],
      [[A, N, N, N], 1],
      [[R, N, N, N], 1],
    ] as const) {
      const outcome = await outcomeWith(stances);
      const found = await world.unchangedBy(() => deliberation.cannot("agreeOutcome", outcome));
      expect(found).toMatchObject(broken("TOO_FEW_AGREE", "AGREED", { agreeing, taken: 4 }));
      expect(found.error.extensions.allowed).toEqual(["VOTE", "DEFERRED", "REJECTED"]);
    }
  });

  it("is made by half of those who took a position, whatever the others who attend would say", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests, {
      quorumRule: { everySector: false },
    });
    const outcome = await outcomeWith([A, N], own);
    await own.decide("agreeOutcome", outcome);
  });

  it("is stopped by an objection until its holder withdraws it: leaving, or being recorded as having left, does not take it away", async () => {
    const twin = await world.organisation("NGO");
    const own = await TestDeliberation.inSession(world, convener, [ngo, twin, campus]);
    const outcome = await own.propose(twin);
    const { id } = await own.position(ngo, outcome, O);
    await own.positions([twin, campus], outcome);
    const stands = async () => {
      const found = await own.cannot("agreeOutcome", outcome);
      expect(found).toMatchObject(broken("OBJECTIONS_STAND", "AGREED", { object: 1 }));
      expect(await tallyOf(outcome)).toMatchObject({ agree: 2, object: 1 });
    };
    await stands();
    for (const step of ["leave", "arrive", "leave"] as const) {
      await own[step](ngo);
      await stands();
    }
    expect(await see(outcome, "positions { stance reason counts }")).toMatchObject({
      positions: expect.arrayContaining([{ stance: O, reason: `Alasan ${ngo.key}`, counts: true }]),
    });
    await own.arrive(ngo);
    const client = await world.member(ngo, "COORDINATOR");
    await write(client, "changePosition", { id, expectedVersion: 1, stance: N });
    await own.decide("agreeOutcome", outcome);
    // Who comes or goes after the decision moves nothing of it.
    await own.leave(campus);
    const decided = { agree: 2, object: 0 };
    expect(
      await see(outcome, "decision { agree object attending } tally { agree object }"),
    ).toEqual({ decision: { ...decided, attending: 3 }, tally: decided });
  });

  it("is stopped by an objection until the text changes", async () => {
    const twin = await world.organisation("NGO");
    const own = await TestDeliberation.inSession(world, convener, [ngo, twin, campus]);
    const outcome = await own.propose(twin);
    await own.position(ngo, outcome, O);
    await own.leave(ngo);
    await own.decide("amendOutcome", outcome, { text: "Usul", reason: "kata yang sama" });
    await own.positions([twin, campus], outcome);
    expect((await own.cannot("agreeOutcome", outcome)).error.extensions.reason).toBe(
      "OBJECTIONS_STAND",
    );
    await own.decide("amendOutcome", outcome, { text: "Usul lain", reason: "menjawab keberatan" });
    await own.positions([twin, campus], outcome);
    await own.decide("agreeOutcome", outcome);
  });

  it("counts nobody who agreed and left", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests, {
      quorumRule: { everySector: false },
    });
    const outcome = await outcomeWith([A, N, N, A], own);
    await own.leave(ngo);
    const found = await own.cannot("agreeOutcome", outcome);
    expect(found).toMatchObject(broken("TOO_FEW_AGREE", "AGREED", { agreeing: 1, taken: 3 }));
    await own.arrive(ngo);
    await own.decide("agreeOutcome", outcome);
  });

  it("that holds cannot be rejected by the convener, only agreed or put off", async () => {
    const outcome = await outcomeWith([A, N, R, N]);
    const more = { reason: "tidak suka" };
    const found = await world.unchangedBy(() =>
      deliberation.cannot("rejectOutcome", outcome, more),
    );
    expect(found).toMatchObject(broken("MUFAKAT_HOLDS", "REJECTED"));
    expect(found.error.extensions.allowed).toEqual(["AGREED", "DEFERRED"]);
    await deliberation.decide("deferOutcome", outcome, more);
  });

  it("that holds cannot be rejected after departures are recorded, of some or of all", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await outcomeWith([A, R, A, A], own);
    const more = { reason: "tidak suka" };
    for (const guest of guests) {
      await own.leave(guest);
      // Who left is not asked for the agreement: it takes those who attend.
      expect(await own.cannot("agreeOutcome", outcome)).toMatchObject(
        broken("QUORUM_NOT_MET", "AGREED"),
      );
      const found = await world.unchangedBy(() => own.cannot("rejectOutcome", outcome, more));
      expect(found).toMatchObject(broken("MUFAKAT_HOLDS", "REJECTED"));
      expect(found.error.extensions.allowed).toEqual(["DEFERRED"]);
    }
    await own.decide("deferOutcome", outcome, more);
  });

  it("that never held can be rejected, though some agreed and left", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const more = { reason: "tidak suka" };
    for (const stances of [
      [A, A, O, A],
      [A, N, N, N],
      [A, A, undefined, A],
    ]) {
      const outcome = await outcomeWith(stances, own);
      await own.leave(ngo);
      await own.decide("rejectOutcome", outcome, more);
      await own.arrive(ngo);
    }
  });

  it("is never made by nobody, whatever the quorum's rule", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests, {
      present: [ngo],
      quorumRule: { everySector: false, share: 0 },
    });
    const outcome = await own.propose(convener);
    const needed = { needed: 1, attending: 1, sectorsMissing: [] };
    const silent = await own.cannot("agreeOutcome", outcome);
    expect(silent).toMatchObject(broken("QUORUM_NOT_MET", "AGREED", needed));
    await own.position(ngo, outcome);
    await own.leave(ngo);
    const gone = await own.cannot("agreeOutcome", outcome);
    expect(gone).toMatchObject(broken("QUORUM_NOT_MET", "AGREED", { ...needed, attending: 0 }));
    await own.arrive(ngo);
    await own.decide("agreeOutcome", outcome);
  });

  it("loses the sector whose only organisation has spoken and left", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await outcomeWith([A, A, A, A], own);
    await own.leave(firm);
    const sectorsMissing = ["PRIVATE_SECTOR"];
    const found = await own.cannot("agreeOutcome", outcome);
    expect(found).toMatchObject(
      broken("QUORUM_NOT_MET", "AGREED", { sectorsMissing, attending: 3, needed: 2 }),
    );
    await own.arrive(firm);
    await own.decide("agreeOutcome", outcome);
  });
});
