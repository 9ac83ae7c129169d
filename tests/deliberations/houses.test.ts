import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  broken,
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// One house, one voice; one person, one organisation: each rule once and named after it.

let world: World;
/** A ministry, two directorates of it, an office of the first directorate; an NGO and a university. */
let ministry: Party;
let first: Party;
let second: Party;
let office: Party;
let ngo: Party;
let campus: Party;

beforeAll(async () => {
  world = await World.start();
  const part = (parent: Party, sector = "CENTRAL_GOVERNMENT") =>
    world.organisation(sector, { parentId: parent.id });
  ministry = await world.organisation("CENTRAL_GOVERNMENT");
  first = await part(ministry);
  second = await part(ministry);
  office = await part(first);
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
});
afterAll(() => world.stop());

const [A, R, O, N] = ["AGREE", "AGREE_WITH_RESERVATION", "OBJECT", "ABSTAIN"] as const;

const see = <T extends object>(thing: { id: string }, fields: string, type = "Outcome") =>
  shown<T>(world.visitor(), type, thing, fields);

type Options = Parameters<typeof TestDeliberation.inSession>[3];

const session = (invited: readonly Party[], more: Options = {}) =>
  TestDeliberation.inSession(world, ngo, invited, more);

const tallyOf = async (outcome: Written) => {
  const { tally } = await see<{ tally: Record<string, number> }>(
    outcome,
    "tally { agree agreeWithReservation object abstain }",
  );
  return [tally.agree, tally.agreeWithReservation, tally.object, tally.abstain];
};

/** Whose positions count. */
const counting = async (outcome: Written): Promise<string[]> => {
  const { positions } = await see<{
    positions: { counts: boolean; organisation: { id: string } }[];
  }>(outcome, "positions { counts organisation { id } }");
  return positions.filter(({ counts }) => counts).map(({ organisation }) => organisation.id);
};

describe("An organisation and the parts below it, at all levels, are one voice", () => {
  it("in the quorum: invited, attending and needed are voices", async () => {
    const invited = [ministry, first, second, office, ngo, campus];
    const deliberation = await session(invited, { present: [first, office, second] });
    const fields = "quorum { met attending invited needed sectorsMissing } ";
    expect(await see(deliberation, fields, "Deliberation")).toEqual({
      quorum: {
        ...{ met: false, attending: 1, invited: 3, needed: 2 },
        sectorsMissing: ["UNIVERSITY", "NGO"],
      },
    });
    const seats = "invitations { isVoice partOf { id } organisation { id } }";
    const { invitations } = await see<{
      invitations: { isVoice: boolean; partOf: object[]; organisation: { id: string } }[];
    }>(deliberation, seats, "Deliberation");
    const voices = () =>
      invitations.filter(({ isVoice }) => isVoice).map(({ organisation }) => organisation.id);
    expect(voices().sort()).toEqual([first.id, second.id].sort());
    const seat = invitations.find(({ organisation }) => organisation.id === office.id);
    expect(seat?.partOf).toEqual([{ id: first.id }, { id: ministry.id }]);
  });

  it("in the tally and in mufakat: that of the highest one attending; what the parts say is beside it", async () => {
    const deliberation = await session([ministry, first, second, office, ngo, campus]);
    const outcome = await deliberation.outcomeWith([A, O, O, O, A, N]);
    expect(await tallyOf(outcome)).toEqual([2, 0, 0, 1]);
    const voices = [ministry, ngo, campus].map(({ id }) => id);
    expect((await counting(outcome)).sort()).toEqual(voices.sort());
    const { positions } = await see<{ positions: object[] }>(outcome, "positions { stance }");
    expect(positions).toHaveLength(6);
    await deliberation.decide("agreeOutcome", outcome);
    const fields = "decision { agree object abstain invited attending }";
    expect(await see(outcome, fields)).toEqual({
      decision: { agree: 2, object: 0, abstain: 1, invited: 3, attending: 3 },
    });
    expect((await counting(outcome)).sort()).toEqual(voices.sort());
  });

  it("so that a convener's parts are no majority, nor half of those who must come", async () => {
    const deliberation = await session([ngo, campus, ministry, first, second, office], {
      quorumRule: { everySector: false, share: 51 },
      present: [first, second, office],
    });
    const outcome = await deliberation.propose(ngo);
    await deliberation.positions([first, second, office], outcome);
    expect(await deliberation.cannot("agreeOutcome", outcome)).toMatchObject(
      broken("QUORUM_NOT_MET", "AGREED", { attending: 1, needed: 2 }),
    );
    await deliberation.arrive(ngo);
    await deliberation.arrive(campus);
    await deliberation.positions([ngo, campus], outcome, O);
    await deliberation.decide("openVote", outcome);
    await deliberation.decide("closeVote", outcome);
    expect(await see(outcome, "status decision { agree object } vote { voices }")).toEqual({
      ...{ status: "REJECTED", decision: { agree: 1, object: 2 }, vote: { voices: 3 } },
    });
  });

  it("whose part speaks while no higher one attends, and again when the higher one leaves", async () => {
    const deliberation = await session([ministry, office, ngo, campus], {
      present: [office, ngo, campus],
    });
    const outcome = await deliberation.outcomeWith([undefined, R, A, A]);
    expect(await tallyOf(outcome)).toEqual([2, 1, 0, 0]);
    await deliberation.arrive(ministry);
    // The highest one attends and has said nothing: its house has not spoken.
    expect(await tallyOf(outcome)).toEqual([2, 0, 0, 0]);
    expect(await deliberation.cannot("agreeOutcome", outcome)).toMatchObject(
      broken("QUORUM_NOT_MET", "AGREED", { sectorsMissing: ["CENTRAL_GOVERNMENT"] }),
    );
    await deliberation.position(ministry, outcome, N);
    expect(await tallyOf(outcome)).toEqual([2, 0, 0, 1]);
    await deliberation.leave(ministry);
    expect(await tallyOf(outcome)).toEqual([2, 1, 0, 0]);
  });

  // The directorates attend without the ministry: the weightiest of what they say is the voice's.
  it.each<[Stance, Stance | undefined, number[]]>([
    [A, A, [1, 0, 0, 0]],
    [A, undefined, [1, 0, 0, 0]],
    [A, R, [0, 1, 0, 0]],
    [A, N, [0, 0, 0, 1]],
    [R, N, [0, 0, 0, 1]],
    [A, O, [0, 0, 1, 0]],
    [N, O, [0, 0, 1, 0]],
  ])(
    "of two equally high ones, of which one says %s and the other %s",
    async (one, other, tally) => {
      const deliberation = await session([first, second, ngo]);
      for (const stances of [
        [one, other],
        [other, one],
      ]) {
        const outcome = await deliberation.outcomeWith(stances);
        expect(await tallyOf(outcome)).toEqual(tally);
      }
    },
  );

  it("of one sector: a part fills no second one, and no sector in place of another organisation", async () => {
    const business = await world.organisation("PRIVATE_SECTOR", { parentId: ministry.id });
    const firm = await world.organisation("PRIVATE_SECTOR");
    const deliberation = await session([ministry, business, firm], {
      present: [ministry, business],
      quorumRule: { share: 1 },
    });
    const outcome = await deliberation.propose(ngo);
    await deliberation.positions([ministry, business], outcome);
    const { quorum } = await see<{ quorum: object }>(
      outcome,
      "quorum { met attending invited sectorsMissing organisationsMissing { id } }",
    );
    expect(quorum).toEqual({
      ...{ met: false, attending: 1, invited: 2 },
      ...{ sectorsMissing: ["PRIVATE_SECTOR"], organisationsMissing: [{ id: firm.id }] },
    });
    // Without the other one, the sector of a part is not asked for.
    const alone = await session([ministry, business]);
    const agreed = await alone.outcomeWith([A]);
    await alone.decide("agreeOutcome", agreed);
  });

  it("as at the invitation: a new parent, or none, changes nothing of a meeting", async () => {
    const loose = await world.organisation("CENTRAL_GOVERNMENT");
    const bound = await world.organisation("CENTRAL_GOVERNMENT", { parentId: ministry.id });
    const deliberation = await session([ministry, loose, bound, ngo]);
    const fields = "quorum { attending invited }";
    const before = await see(deliberation, fields, "Deliberation");
    expect(before).toEqual({ quorum: { attending: 3, invited: 3 } });
    for (const [{ id }, parentId] of [
      [loose, ministry.id],
      [bound, null],
    ] as const) {
      const { version: expectedVersion } = await world.seen("organisation", id);
      await write(await world.operator, "updateOrganisation", { id, expectedVersion, parentId });
    }
    expect(await see(deliberation, fields, "Deliberation")).toEqual(before);
  });
});

describe("An organisation that is taken out of its house during the session", () => {
  it("is not invited to it, nor is a part below it", async () => {
    const middle = await world.organisation("CENTRAL_GOVERNMENT", { parentId: ministry.id });
    const below = await world.organisation("CENTRAL_GOVERNMENT", { parentId: middle.id });
    const deliberation = await session([ministry, ngo]);
    const move = async ({ id }: Party, parentId: string | null) => {
      const { version: expectedVersion } = await world.seen("organisation", id);
      await write(await world.operator, "updateOrganisation", { id, expectedVersion, parentId });
    };
    await move(middle, null);
    for (const { id: organisationId } of [middle, below]) {
      const input = { deliberationId: deliberation.id, organisationId };
      const found = await refused(await deliberation.chair, "inviteOrganisation", input);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
    }
    const input = { deliberationId: deliberation.id, organisationId: campus.id };
    await write(await deliberation.chair, "inviteOrganisation", input);
  });
});

describe("An objection of a part", () => {
  it("stands when a higher one is recorded as having arrived, until that one speaks", async () => {
    const deliberation = await session([ministry, first, ngo, campus], {
      present: [first, ngo, campus],
    });
    const outcome = await deliberation.outcomeWith([undefined, O, A, A]);
    await deliberation.arrive(ministry);
    expect(await tallyOf(outcome)).toEqual([2, 0, 1, 0]);
    await deliberation.position(ministry, outcome, A);
    expect(await tallyOf(outcome)).toEqual([3, 0, 0, 0]);
    await deliberation.decide("agreeOutcome", outcome);
  });

  it("stands beside an equally high one that agrees, also after it left", async () => {
    const deliberation = await session([first, second, ngo, campus]);
    const outcome = await deliberation.outcomeWith([O, A, A, A]);
    await deliberation.leave(first);
    expect(await deliberation.cannot("agreeOutcome", outcome)).toMatchObject(
      broken("OBJECTIONS_STAND", "AGREED", { object: 1 }),
    );
  });
});

describe("A vote", () => {
  it("has one vote a house: of the highest one that attended when it was opened", async () => {
    const deliberation = await session([ministry, first, second, ngo, campus], {
      present: [first, second, ngo, campus],
    });
    const outcome = await deliberation.outcomeWith([undefined, A, A, O, A]);
    await deliberation.decide("openVote", outcome);
    // The ministry comes later: it does not vote, and takes no vote of its parts away.
    await deliberation.arrive(ministry);
    await deliberation.position(ministry, outcome, O);
    expect(await tallyOf(outcome)).toEqual([2, 0, 1, 0]);
    await deliberation.decide("closeVote", outcome);
    const fields = "status decision { agree object } vote { voices electorate { id } }";
    const found = await see<{ vote: { electorate: { id: string }[] } }>(outcome, fields);
    expect(found).toMatchObject({
      ...{ status: "AGREED", decision: { agree: 2, object: 1 }, vote: { voices: 3 } },
    });
    expect(found.vote.electorate.map(({ id }) => id).sort()).toEqual(
      [first, second, ngo, campus].map(({ id }) => id).sort(),
    );
  });

  it("of a house whose part objected is the higher one's, once that one votes, though it leaves", async () => {
    const deliberation = await session([ministry, first, ngo, campus], {
      present: [first, ngo, campus],
      quorumRule: { everySector: false },
    });
    const outcome = await deliberation.outcomeWith([undefined, O, A, A]);
    await deliberation.arrive(ministry);
    await deliberation.decide("openVote", outcome);
    expect(await see(outcome, "vote { voices attending }")).toEqual({
      vote: { voices: 3, attending: 3 },
    });
    expect(await tallyOf(outcome)).toEqual([2, 0, 1, 0]);
    await deliberation.position(ministry, outcome, A);
    await deliberation.leave(ministry);
    expect(await tallyOf(outcome)).toEqual([3, 0, 0, 0]);
  });
});

describe("One person speaks for one organisation in a meeting", () => {
  const spoken = { code: "INVALID_TRANSITION", reason: "SPEAKS_FOR_ANOTHER" };
  /** A person who coordinates two of the guests. */
  const both = () => world.joint(ngo.id, campus.id);

  it("so that nobody fills two sectors of a quorum, on whichever outcome, in whichever role", async () => {
    const deliberation = await session([ngo, campus, ministry]);
    const person = await both();
    const outcome = await deliberation.propose(ngo);
    await write(person, "takePosition", await deliberation.stance(ngo, outcome, A));
    const other = await deliberation.propose(ngo);
    for (const on of [outcome, other]) {
      const input = await deliberation.stance(campus, on, A);
      const found = await world.unchangedBy(() => refused(person, "takePosition", input));
      expect(found.error.extensions).toMatchObject({
        ...{ ...spoken, from: "PROPOSED", to: "POSITION" },
        organisation: { id: ngo.id, key: ngo.key },
      });
      expect(found.paths).toEqual(["input.organisationId"]);
    }
    // For the same organisation the person goes on; another person speaks for the other one.
    await write(person, "takePosition", await deliberation.stance(ngo, other, A));
    const { id } = await deliberation.position(campus, other, O);
    const change = { id, expectedVersion: 1, stance: A };
    const changed = await world.unchangedBy(() => refused(person, "changePosition", change));
    expect([changed.error.extensions, changed.paths]).toMatchObject([spoken, ["input.id"]]);
  });

  it("also after another person changed what they had said, and after the text changed", async () => {
    const deliberation = await session([ngo, campus, ministry]);
    const person = await both();
    const outcome = await deliberation.propose(ngo);
    const { id } = await write(person, "takePosition", await deliberation.stance(ngo, outcome, A));
    const colleague = await world.member(ngo, "COORDINATOR");
    await write(colleague, "changePosition", { id, expectedVersion: 1, stance: N });
    await deliberation.decide("amendOutcome", outcome, { text: "Lain", reason: "x" });
    const input = await deliberation.stance(campus, outcome, A);
    const found = await world.unchangedBy(() => refused(person, "takePosition", input));
    expect(found.error.extensions).toMatchObject(spoken);
  });

  it("also by a key that the person issued, in either order", async () => {
    const email = `${world.unique("administrator")}@rembuk.example`;
    for (const { id } of [ngo, campus]) {
      const member = { organisationId: id, email, role: "ADMIN" };
      await write(await world.operator, "addMember", member);
    }
    const person = await world.as(email);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const issue = { organisationId: campus.id, name: "sistem", scopes: ["COORDINATE"], expiresAt };
    const { payload } = await write(person, "issueApiKey", issue);
    const key = world.bearer(String(payload.secret));
    for (const [first, of, second, other] of [
      [person, ngo, key, campus],
      [key, campus, person, ngo],
    ] as const) {
      const deliberation = await session([ngo, campus, ministry]);
      const outcome = await deliberation.propose(ngo);
      await write(first, "takePosition", await deliberation.stance(of, outcome, A));
      const input = await deliberation.stance(other, outcome, A);
      const found = await world.unchangedBy(() => refused(second, "takePosition", input));
      expect(found.error.extensions).toMatchObject(spoken);
    }
  });

  it("and for another one in another meeting; a key speaks for its organisation", async () => {
    const person = await both();
    for (const party of [ngo, campus]) {
      const deliberation = await session([ngo, campus, ministry]);
      const outcome = await deliberation.propose(ngo);
      await write(person, "takePosition", await deliberation.stance(party, outcome, A));
      const key = await world.key(ministry, "COORDINATE");
      await write(key, "takePosition", await deliberation.stance(ministry, outcome, A));
    }
  });
});

describe("Attendance says who recorded it", () => {
  it("in the minutes too, with the houses and the electorate of each vote", async () => {
    const deliberation = await session([first, ngo, campus]);
    const outcome = await deliberation.outcomeWith([A, O, A]);
    await deliberation.decide("openVote", outcome);
    await deliberation.leave(campus);
    await deliberation.decide("closeVote", outcome);
    await deliberation.step("closeDeliberation");
    const { minutes } = await see<{ minutes: { document: string; html: string } }>(
      deliberation,
      "minutes { document html }",
      "Deliberation",
    );
    const { format, attendance, outcomes } = JSON.parse(minutes.document);
    expect(format).toBe("rembuk-minutes/2");
    const at = expect.any(String);
    const { key } = ngo;
    expect(attendance).toMatchObject([
      {
        organisation: { key: first.key },
        partOf: [{ key: ministry.key, sector: "CENTRAL_GOVERNMENT" }],
        intervals: [{ arrivedAt: at, arrivalRecordedBy: { key }, departureRecordedBy: null }],
      },
      {
        organisation: { key: campus.key },
        partOf: [],
        intervals: [{ leftAt: at, arrivalRecordedBy: { key }, departureRecordedBy: { key } }],
      },
      { organisation: { key } },
    ]);
    const [{ vote, decision }] = outcomes;
    expect(vote).toMatchObject({ openedAt: at, voices: 3, invited: 3, attending: 3 });
    expect(vote.electorate.map((one: Party) => one.id)).toEqual(
      [first, ngo, campus].map(({ id }) => id).sort(),
    );
    expect(decision).toMatchObject({ method: "VOTE", agree: 2, object: 1, attending: 3 });
    expect(minutes.html).toContain(`dicatat oleh <bdi>Lembaga ${key}</bdi>`);
    expect(minutes.html).toContain("dengan 3 suara");
  });

  it("for the arrival and for the departure: the convener, or the organisation itself", async () => {
    const deliberation = await session([campus], { present: [] });
    const own = await world.member(campus, "COORDINATOR");
    await deliberation.arrive(campus);
    await write(own, "recordDeparture", await deliberation.invitation(campus));
    await write(own, "recordArrival", await deliberation.invitation(campus));
    const { id } = await deliberation.invitation(campus);
    const fields = "attendance { arrivalRecordedBy { id } departureRecordedBy { id } }";
    expect(await see({ id }, fields, "Invitation")).toEqual({
      attendance: [
        { arrivalRecordedBy: { id: ngo.id }, departureRecordedBy: { id: campus.id } },
        { arrivalRecordedBy: { id: campus.id }, departureRecordedBy: null },
      ],
    });
  });
});
