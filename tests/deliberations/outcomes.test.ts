import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of an outcome, each once and named after it: who proposes and who amends.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;
let firm: Party;
let village: Party;
let guests: Party[];
/** A deliberation to which all came, for the tests in which nobody leaves. */
let deliberation: TestDeliberation;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
  firm = await world.organisation("PRIVATE_SECTOR");
  village = await world.organisation("VILLAGE_GOVERNMENT");
  guests = [ngo, campus, firm, village];
  deliberation = await TestDeliberation.inSession(world, convener, guests);
});
afterAll(() => world.stop());

const coordinator = (party: Party) => world.member(party, "COORDINATOR");

/** What a visitor sees of an outcome. */
const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

const tallyOf = async (outcome: Written) =>
  (await see<{ tally: object }>(outcome, "tally { agree agreeWithReservation object abstain }"))
    .tally;

/** A new outcome on which each of the guests takes the stance that is named, if one is. */
const outcomeWith = (stances: readonly (Stance | undefined)[] = [], on = deliberation) =>
  on.outcomeWith(stances, ngo);

const [A, O] = ["AGREE", "OBJECT"] as const;

describe("An outcome is proposed", () => {
  const proposalBy = (party: Party, on: TestDeliberation) => ({
    deliberationId: on.id,
    organisationId: party.id,
    text: "Usul",
  });

  it("by an organisation that attends, or by the convener though it is not invited", async () => {
    const own = await TestDeliberation.inSession(world, convener, [ngo]);
    for (const party of [ngo, convener]) {
      const { proposedBy } = await see<{ proposedBy: object }>(
        await own.propose(party),
        "proposedBy { id }",
      );
      expect(proposedBy).toEqual({ id: party.id });
    }
  });

  it("by nobody who is not invited, has not come, or has left", async () => {
    const own = await TestDeliberation.inSession(world, convener, [ngo, campus], {
      present: [ngo],
    });
    await own.leave(ngo);
    for (const [party, says] of [
      [firm, "not invited"],
      [campus, "is not present"],
      [ngo, "is not present"],
    ] as const) {
      const client = await coordinator(party);
      const found = await world.unchangedBy(() =>
        refused(client, "proposeOutcome", proposalBy(party, own)),
      );
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
      expect(found.error.message).toContain(says);
    }
  });

  it("by nobody in the name of another organisation, not even by the convener", async () => {
    for (const speaker of [convener, campus]) {
      const client = await coordinator(speaker);
      const found = await world.unchangedBy(() =>
        refused(client, "proposeOutcome", proposalBy(ngo, deliberation)),
      );
      expect(found.code).toBe("FORBIDDEN");
    }
  });

  it("only in session", async () => {
    const own = await TestDeliberation.convened(world, convener, [ngo]);
    for (const status of ["DRAFT", "SCHEDULED"]) {
      const client = await coordinator(convener);
      const found = await world.unchangedBy(() =>
        refused(client, "proposeOutcome", proposalBy(convener, own)),
      );
      expect(found.error.extensions).toMatchObject({ reason: "NOT_IN_SESSION", from: status });
      expect(found.paths).toEqual(["input.deliberationId"]);
      if (status === "DRAFT") await own.step("scheduleDeliberation");
    }
  });

  it("with the next number of its deliberation", async () => {
    const own = await TestDeliberation.inSession(world, convener, [ngo]);
    for (const number of [1, 2, 3]) {
      expect(await see(await own.propose(ngo), "number textVersion status")).toEqual({
        number,
        textVersion: 1,
        status: "PROPOSED",
      });
    }
  });
});

describe("An amendment", () => {
  const amendment = { text: "Rumusan kedua", reason: "agar jelas" };

  it("keeps each text with who wrote it and why, and clears the positions", async () => {
    const outcome = await outcomeWith([A, O]);
    const more = { responsibleIds: [campus.id], dueOn: "2027-01-31" };
    await deliberation.decide("amendOutcome", outcome, { ...amendment, ...more });
    const client = await coordinator(ngo);
    const second = await deliberation.seen("outcome", outcome.id);
    await write(client, "amendOutcome", { ...second, dueOn: null, reason: "tanpa tenggat" });
    const found = await see<Record<string, unknown>>(
      outcome,
      `text textVersion dueOn responsible { id } positions { id } quorum { sectorsMissing }
       versions { number text reason dueOn organisation { id } responsible { id } positions { stance counts } }`,
    );
    expect(found).toMatchObject({ text: "Rumusan kedua", textVersion: 3, dueOn: null });
    expect(found).toMatchObject({ responsible: [{ id: campus.id }], positions: [] });
    expect(found.quorum).toMatchObject({ sectorsMissing: { length: guests.length } });
    const [byNgo, byConvener] = [{ id: ngo.id }, { id: convener.id }];
    expect(found.versions).toMatchObject([
      { number: 1, text: "Usul", reason: null, organisation: byNgo, responsible: [] },
      { number: 2, text: "Rumusan kedua", reason: "agar jelas", organisation: byConvener },
      { number: 3, text: "Rumusan kedua", reason: "tanpa tenggat", organisation: byNgo },
    ]);
    const [first, ...others] = found.versions as { positions: object[]; dueOn: string | null }[];
    expect(first?.positions).toEqual([
      { stance: "AGREE", counts: false },
      { stance: "OBJECT", counts: false },
    ]);
    expect(others.map(({ positions, dueOn }) => [positions, dueOn])).toEqual([
      [[], "2027-01-31"],
      [[], null],
    ]);
    expect(await tallyOf(outcome)).toEqual({
      agree: 0,
      agreeWithReservation: 0,
      object: 0,
      abstain: 0,
    });
  });

  it("changes something and says why", async () => {
    const outcome = await outcomeWith();
    const nothing = await deliberation.cannot("amendOutcome", outcome, { reason: "saja" });
    expect(nothing.code).toBe("BAD_USER_INPUT");
    const names = ["text", "statement", "responsibleIds", "dueOn"];
    expect(nothing.paths).toEqual(names.map((name) => `input.${name}`));
    const unsaid = await deliberation.cannot("amendOutcome", outcome, { text: "Lain" });
    expect([unsaid.code, unsaid.paths]).toEqual(["BAD_USER_INPUT", ["input.reason"]]);
  });

  it("that says the same clears no position and makes no text: the words, the responsible, the date", async () => {
    const responsibleIds = [ngo.id, campus.id];
    const text = "Usul dua\nbaris";
    const outcome = await deliberation.propose(ngo, { text, responsibleIds, dueOn: "2027-01-31" });
    await deliberation.position(campus, outcome, "OBJECT");
    const fields = "version textVersion text reason versions { number } positions { stance }";
    const before = await see(outcome, fields);
    for (const same of [
      { text },
      { text: ` ${text.replace("\n", "\r\n")} ` },
      { responsibleIds },
      { responsibleIds: [campus.id, ngo.id, ngo.id] },
      { dueOn: "2027-01-31" },
      { text, responsibleIds, dueOn: "2027-01-31" },
    ]) {
      await deliberation.decide("amendOutcome", outcome, { ...same, reason: "sama" });
      expect(await see(outcome, fields)).toEqual(before);
    }
    for (const [at, other] of [
      { dueOn: "2027-02-01" },
      { responsibleIds: [campus.id] },
      { text: `${text}.` },
      { dueOn: null },
    ].entries()) {
      await deliberation.decide("amendOutcome", outcome, { ...other, reason: "lain" });
      expect(await see(outcome, "textVersion positions { stance }")).toEqual({
        ...{ textVersion: at + 2, positions: [] },
      });
    }
  });

  it("is the proposer's while it attends, and the convener's; of nobody else who attends", async () => {
    const own = await TestDeliberation.inSession(world, convener, guests);
    const outcome = await own.propose(ngo);
    const codeFor = async (party: Party, more: object = {}) => {
      const input = { ...(await own.seen("outcome", outcome.id)), ...amendment, ...more };
      return (await refused(await coordinator(party), "amendOutcome", input)).code;
    };
    expect(await codeFor(campus)).toBe("FORBIDDEN");
    expect(await codeFor(ngo, { organisationId: campus.id })).toBe("FORBIDDEN");
    await own.leave(ngo);
    expect(await codeFor(ngo)).toBe("FORBIDDEN");
    await own.decide("amendOutcome", outcome, amendment);
    await own.arrive(ngo);
    const seen = await own.seen("outcome", outcome.id);
    const more = { ...amendment, text: "Sekali lagi" };
    const again = await write(await coordinator(ngo), "amendOutcome", { ...seen, ...more });
    expect(again.version).toBe(seen.expectedVersion + 1);
  });

  it("is written on behalf of the organisation that one names, who speaks for several", async () => {
    const email = "keduanya@a.example";
    for (const { id: organisationId } of [ngo, convener]) {
      const member = { organisationId, email, role: "COORDINATOR" };
      await write(await world.operator, "addMember", member);
    }
    const client = await world.as(email);
    const outcome = await outcomeWith();
    for (const { id: organisationId } of [convener, ngo]) {
      const seen = await deliberation.seen("outcome", outcome.id);
      const text = `Oleh ${organisationId}`;
      await write(client, "amendOutcome", { ...seen, ...amendment, text, organisationId });
      const { versions } = await see<{ versions: { organisation: object }[] }>(
        outcome,
        "versions { organisation { id } }",
      );
      expect(versions.at(-1)?.organisation).toEqual({ id: organisationId });
    }
  });
});
