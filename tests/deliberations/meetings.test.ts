import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { behindTheGuards } from "../testkit/postgres/sessions.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of a deliberation, each once and named after it: what may change when, invitations,
// attendance, quorum by sectors, and meetings held without the hub.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;
let firm: Party;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
  firm = await world.organisation("PRIVATE_SECTOR");
});
afterAll(() => world.stop());

type Input = Record<string, unknown>;

const see = <T extends object>(thing: { id: string }, fields: string, type = "Deliberation") =>
  shown<T>(world.visitor(), type, thing, fields);

/** The convener tries to change it, and is refused. */
const cannotUpdate = (deliberation: TestDeliberation, more: Input) =>
  world.unchangedBy(async () =>
    refused(await deliberation.chair, "updateDeliberation", {
      ...(await deliberation.seen("deliberation", deliberation.id)),
      ...more,
    }),
  );

const update = async (deliberation: TestDeliberation, more: Input) =>
  write(await deliberation.chair, "updateDeliberation", {
    ...(await deliberation.seen("deliberation", deliberation.id)),
    ...more,
  });

const cannotStep = (deliberation: TestDeliberation, mutation: string) =>
  world.unchangedBy(async () =>
    refused(
      await deliberation.chair,
      mutation,
      await deliberation.seen("deliberation", deliberation.id),
    ),
  );

describe("A deliberation", () => {
  it("begins as DRAFT, for its participants, with a quorum of every sector and half", async () => {
    const input = {
      kind: "LOCAL",
      title: "Musyawarah",
      convenerId: convener.id,
      heldFrom: "2026-05-05",
    };
    const client = await world.member(convener, "COORDINATOR");
    const { id } = await write(client, "conveneDeliberation", input);
    const fields =
      "key status visibility heldTo everySector quorumShare recorded openedAt quorum { met }";
    expect(await shown(client, "Deliberation", { id }, fields)).toEqual({
      ...{ key: "musyawarah", status: "DRAFT", visibility: "PARTICIPANTS", heldTo: "2026-05-05" },
      ...{ everySector: true, quorumShare: 50, recorded: false, openedAt: null, quorum: null },
    });
  });

  it("is opened only when somebody is invited", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, []);
    await deliberation.step("scheduleDeliberation");
    const found = await cannotStep(deliberation, "openDeliberation");
    expect(found.error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", reason: "NOBODY_INVITED" },
      ...{ from: "SCHEDULED", to: "IN_SESSION" },
    });
    const input = { deliberationId: deliberation.id, organisationId: ngo.id };
    await write(await deliberation.chair, "inviteOrganisation", input);
    await deliberation.step("openDeliberation");
    const { openedAt } = await see<{ openedAt: string }>(deliberation, "openedAt");
    expect(Math.abs(Date.now() - Date.parse(openedAt))).toBeLessThan(60_000);
  });

  /** What it is and how it decides, which is settled once it has begun. */
  const settled: Input = {
    ...{ kind: "NATIONAL", title: "Lain", regionCode: "36.02", heldFrom: "2026-10-01" },
    ...{ programmeId: null, areaId: null, quorumRule: { everySector: false, share: 10 } },
  };
  const open: Input = {
    ...{ summary: "Ringkas", place: "Lebak", heldTo: "2026-12-12", visibility: "PUBLIC" },
    ...{ agenda: [{ title: "Pembukaan", startsAt: "2026-11-01T02:00:00.000Z" }] },
    sources: [{ publisher: "Dinas" }],
  };
  const shownFields = `kind title region { code } heldFrom heldTo everySector quorumShare summary place
    agenda { title startsAt note } sources { publisher }`;
  const changed = {
    ...{ summary: "Ringkas", place: "Lebak", heldTo: "2026-12-12" },
    agenda: [{ title: "Pembukaan", startsAt: "2026-11-01T02:00:00.000Z", note: null }],
    sources: [{ publisher: "Dinas" }],
  };

  it("changes in all but its convener until it begins", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    for (const status of ["DRAFT", "SCHEDULED"]) {
      await update(deliberation, { ...settled, ...open });
      expect(await see(deliberation, `status ${shownFields}`)).toEqual({
        ...{ status, kind: "NATIONAL", title: "Lain", region: { code: "36.02" } },
        ...{ heldFrom: "2026-10-01", everySector: false, quorumShare: 10, ...changed },
      });
      await update(deliberation, { summary: null, place: null, regionCode: null, agenda: [] });
      if (status === "DRAFT") await deliberation.step("scheduleDeliberation");
    }
    expect(await see(deliberation, "summary place region { code } agenda { title }")).toEqual({
      ...{ summary: null, place: null, region: null, agenda: [] },
    });
    const found = await cannotUpdate(deliberation, { heldTo: "2026-09-30" });
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.heldTo"]]);
  });

  it("changes in session only in what decides nothing", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo]);
    const before = await see<Input>(deliberation, shownFields);
    for (const [name, value] of Object.entries(settled)) {
      const found = await cannotUpdate(deliberation, { ...open, [name]: value });
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [`input.${name}`]]);
    }
    await update(deliberation, open);
    expect(await see(deliberation, shownFields)).toEqual({ ...before, ...changed });
  });

  it("called off, is changed by nobody and invites nobody", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    await deliberation.step("cancelDeliberation");
    const input = { deliberationId: deliberation.id, organisationId: campus.id };
    const chair = await deliberation.chair;
    for (const attempt of [
      () => cannotUpdate(deliberation, { summary: "x" }),
      () => world.unchangedBy(() => refused(chair, "inviteOrganisation", input)),
    ]) {
      const { error } = await attempt();
      const reported = { code: "INVALID_TRANSITION", from: "CANCELLED", allowed: [] };
      expect(error.extensions).toMatchObject(reported);
    }
  });
});

describe("An invitation", () => {
  const invite = async (
    deliberation: TestDeliberation,
    { id: organisationId }: Party,
    more: Input = {},
  ) =>
    write(await deliberation.chair, "inviteOrganisation", {
      ...{ deliberationId: deliberation.id, organisationId, ...more },
    });

  it("goes to an organisation once", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    const input = { deliberationId: deliberation.id, organisationId: ngo.id };
    const found = await world.unchangedBy(async () =>
      refused(await deliberation.chair, "inviteOrganisation", input),
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
    const twice = await world.unchangedBy(async () =>
      refused(await deliberation.chair, "conveneDeliberation", {
        ...{ kind: "LOCAL", title: "x", convenerId: convener.id, heldFrom: "2026-05-05" },
        invitations: [ngo, campus, ngo].map(({ id }) => ({ organisationId: id.toUpperCase() })),
      }),
    );
    const path = "input.invitations.2.organisationId";
    expect([twice.code, twice.paths]).toEqual(["BAD_USER_INPUT", [path]]);
  });

  it("keeps the sector that the organisation had, and the quorum counts that one", async () => {
    const moving = await world.organisation("NGO");
    const deliberation = await TestDeliberation.inSession(world, convener, [moving, campus], {
      present: [campus],
    });
    // The hub itself lets no organisation change its sector yet.
    await behindTheGuards(
      world.hub.database.url,
      "update organisation set sector = 'PRIVATE_SECTOR' where id = $1",
      [moving.id],
    );
    const fields = "quorum { sectorsMissing } invitations { sector organisation { sector } }";
    expect(await see(deliberation, fields)).toEqual({
      quorum: { sectorsMissing: ["NGO"] },
      invitations: [
        { sector: "UNIVERSITY", organisation: { sector: "UNIVERSITY" } },
        { sector: "NGO", organisation: { sector: "PRIVATE_SECTOR" } },
      ],
    });
  });

  it("may come in session too: the quorum then counts it", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo]);
    const fields = "quorum { met attending invited needed sectorsMissing }";
    expect(await see(deliberation, fields)).toMatchObject({ quorum: { met: true, invited: 1 } });
    await invite(deliberation, campus);
    await invite(deliberation, firm);
    expect(await see(deliberation, fields)).toEqual({
      quorum: {
        ...{ met: false, attending: 1, invited: 3, needed: 2 },
        sectorsMissing: ["PRIVATE_SECTOR", "UNIVERSITY"],
      },
    });
  });

  it("is taken back in session only where it was made there and nobody came on it", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo]);
    await invite(deliberation, campus);
    await write(
      await deliberation.chair,
      "withdrawInvitation",
      await deliberation.invitation(campus),
    );
    await invite(deliberation, campus);
    await deliberation.arrive(campus);
    await deliberation.leave(campus);
    const came = await deliberation.invitation(campus);
    expect((await refused(await deliberation.chair, "withdrawInvitation", came)).code).toBe(
      "INVALID_TRANSITION",
    );
  });

  it("is taken back before the session, not in it", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo, campus]);
    await write(await deliberation.chair, "withdrawInvitation", await deliberation.invitation(ngo));
    expect(await see(deliberation, "invitations { organisation { id } }")).toEqual({
      invitations: [{ organisation: { id: campus.id } }],
    });
    await invite(deliberation, ngo);
    await deliberation.step("scheduleDeliberation");
    await write(await deliberation.chair, "withdrawInvitation", await deliberation.invitation(ngo));
    await deliberation.step("openDeliberation");
    const found = await world.unchangedBy(async () =>
      refused(
        await deliberation.chair,
        "withdrawInvitation",
        await deliberation.invitation(campus),
      ),
    );
    expect(found.error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", from: "IN_SESSION", to: "WITHDRAWN", allowed: [] },
    });
  });

  it("names its delegates, for the convener or for itself, in session too", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    const { id } = await deliberation.invitation(ngo);
    const own = await world.member(ngo, "COORDINATOR");
    for (const [client, delegates] of [
      [await deliberation.chair, ["Ketua"]],
      [own, ["Ketua", "Sekretaris"]],
      [own, []],
    ] as const) {
      const seen = await deliberation.invitation(ngo);
      await write(client, "nameDelegates", { ...seen, delegates });
      expect(await see({ id }, "delegates", "Invitation")).toEqual({ delegates });
    }
    await deliberation.step("scheduleDeliberation");
    await deliberation.step("openDeliberation");
    await write(own, "nameDelegates", {
      ...(await deliberation.invitation(ngo)),
      delegates: ["Wakil"],
    });
  });
});

describe("Attendance", () => {
  const attend = async (deliberation: TestDeliberation, mutation: string, party: Party) =>
    world.unchangedBy(async () =>
      refused(await deliberation.chair, mutation, await deliberation.invitation(party)),
    );

  it("is recorded only in session", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    for (const from of ["DRAFT", "SCHEDULED"]) {
      for (const mutation of ["recordArrival", "recordDeparture"]) {
        const { error } = await attend(deliberation, mutation, ngo);
        const reported = { code: "INVALID_TRANSITION", reason: "NOT_IN_SESSION", from };
        expect(error.extensions).toMatchObject(reported);
      }
      if (from === "DRAFT") await deliberation.step("scheduleDeliberation");
    }
  });

  it("keeps each stretch from arriving to leaving; nobody arrives or leaves twice", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus], {
      present: [],
    });
    const { id } = await deliberation.invitation(ngo);
    const fields = "attended isPresent attendance { arrivedAt leftAt }";
    const seen = async () => {
      const reported = await see<{ attendance: { leftAt: string | null }[] }>(
        { id },
        fields,
        "Invitation",
      );
      return { ...reported, attendance: reported.attendance.map(({ leftAt }) => leftAt !== null) };
    };
    const absent = { code: "INVALID_TRANSITION", from: "AWAY", allowed: ["PRESENT"] };
    const there = { code: "INVALID_TRANSITION", from: "PRESENT", allowed: ["AWAY"] };
    expect(await seen()).toEqual({ attended: false, isPresent: false, attendance: [] });
    expect((await attend(deliberation, "recordDeparture", ngo)).error.extensions).toMatchObject(
      absent,
    );
    for (const before of [[], [true]]) {
      await deliberation.arrive(ngo);
      expect(await seen()).toEqual({
        ...{ attended: true, isPresent: true, attendance: [...before, false] },
      });
      expect((await attend(deliberation, "recordArrival", ngo)).error.extensions).toMatchObject(
        there,
      );
      await deliberation.leave(ngo);
      expect(await seen()).toEqual({
        ...{ attended: true, isPresent: false, attendance: [...before, true] },
      });
      expect((await attend(deliberation, "recordDeparture", ngo)).error.extensions).toMatchObject(
        absent,
      );
    }
    const { attendance } = await see<{ attendance: { arrivedAt: string; leftAt: string }[] }>(
      { id },
      fields,
      "Invitation",
    );
    const times = attendance.flatMap(({ arrivedAt, leftAt }) => [arrivedAt, leftAt]);
    expect(times).toEqual(times.toSorted());
  });

  it("is recorded by the convener or by the organisation itself", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus], {
      present: [],
    });
    const own = await world.member(ngo, "COORDINATOR");
    await write(own, "recordArrival", await deliberation.invitation(ngo));
    const seen = await deliberation.invitation(campus);
    expect((await refused(own, "recordArrival", seen)).code).toBe("FORBIDDEN");
  });
});

describe("The quorum counts sectors, not heads", () => {
  /** Invited organisations by sector: two each of the first two, one of the third. */
  let five: Party[];

  beforeAll(async () => {
    five = [ngo, await world.organisation("NGO"), campus, await world.organisation(), firm];
  });

  type Rule = { everySector?: boolean; share?: number };
  // Who is invited and who of them is there, by their places among the five.
  it.each<
    [name: string, invited: number[], there: number[], Rule, needed: number, lacks: string[]]
  >([
    ["less than half of five", [0, 1, 2, 3, 4], [0, 2], {}, 3, ["PRIVATE_SECTOR"]],
    ["half of five, rounded up", [0, 1, 2, 3, 4], [0, 2, 4], {}, 3, []],
    ["all but one sector of five", [0, 1, 2, 3, 4], [0, 1, 2, 3], {}, 3, ["PRIVATE_SECTOR"]],
    ["less than half of four", [0, 1, 2, 3], [0], {}, 2, ["UNIVERSITY"]],
    ["exactly half of four", [0, 1, 2, 3], [0, 2], {}, 2, []],
    ["half of four from one sector", [0, 1, 2, 3], [0, 1], {}, 2, ["UNIVERSITY"]],
    ["every sector, but few", [0, 1, 2, 3], [0, 2], { share: 51 }, 3, []],
    ["all of three", [0, 2, 4], [0, 2, 4], { share: 100 }, 3, []],
    ["a third of three", [0, 1, 2], [0, 2], { share: 33 }, 1, []],
    ["a little more than a third of three", [0, 1, 2], [0, 2], { share: 34 }, 2, []],
    ["one per cent of three", [0, 1, 2], [], { share: 1 }, 1, ["UNIVERSITY", "NGO"]],
    ["no share, every sector", [0, 1, 2], [0], { share: 0 }, 0, ["UNIVERSITY"]],
    ["no share and no sector", [0, 1, 2], [], { share: 0, everySector: false }, 0, []],
    ["half, whichever sectors", [0, 1, 2, 3], [0, 1], { everySector: false }, 2, []],
    ["less than half, whichever sectors", [0, 1, 2], [0], { everySector: false }, 2, []],
  ])("%s", async (_, invited, there, quorumRule, needed, lacks) => {
    const parties = invited.map((at) => five[at] as Party);
    const present = there.map((at) => five[at] as Party);
    const deliberation = await TestDeliberation.inSession(world, convener, parties, {
      present,
      quorumRule,
    });
    const { quorum } = await see<{ quorum: Input & { organisationsMissing: { id: string }[] } }>(
      deliberation,
      "quorum { met attending invited needed sectorsMissing organisationsMissing { id sector } }",
    );
    const { organisationsMissing, sectorsMissing, ...counts } = quorum;
    const isEnough = present.length >= needed;
    const counted = quorumRule.everySector === false ? [] : lacks;
    expect(counts).toEqual({
      met: isEnough && counted.length === 0,
      ...{ attending: there.length, invited: invited.length, needed },
    });
    const silent = quorumRule.everySector === false ? sectorsMissing : lacks;
    expect(sectorsMissing).toEqual(silent);
    // Who is missing: those of the missing sectors, and nobody else.
    for (const { sector } of organisationsMissing as unknown as { sector: string }[]) {
      expect(silent).toContain(sector);
    }
    const outcome = await deliberation.propose(convener);
    await deliberation.positions(present, outcome);
    if (counts.met) await deliberation.decide("agreeOutcome", outcome);
    else {
      const { error } = await deliberation.cannot("agreeOutcome", outcome);
      expect(error.extensions).toMatchObject({ reason: "QUORUM_NOT_MET", needed });
    }
  });

  it("is live: it names who is missing as they come and go, and stays as it was at the close", async () => {
    const [first, second] = five as [Party, Party];
    const deliberation = await TestDeliberation.inSession(
      world,
      convener,
      [first, second, campus],
      {
        present: [],
      },
    );
    const missing = async () => {
      const fields = "quorum { met sectorsMissing organisationsMissing { id } }";
      const { quorum } = await see<{
        quorum: { met: boolean; sectorsMissing: string[]; organisationsMissing: { id: string }[] };
      }>(deliberation, fields);
      const ids = quorum.organisationsMissing.map(({ id }) => id).sort();
      return [quorum.met, quorum.sectorsMissing, ids];
    };
    const [ngos, all] = [[first.id, second.id], [first.id, second.id, campus.id].sort()];
    expect(await missing()).toEqual([false, ["UNIVERSITY", "NGO"], all]);
    await deliberation.arrive(campus);
    expect(await missing()).toEqual([false, ["NGO"], ngos.toSorted()]);
    await deliberation.arrive(second);
    expect(await missing()).toEqual([true, [], []]);
    await deliberation.leave(campus);
    expect(await missing()).toEqual([false, ["UNIVERSITY"], [campus.id]]);
    await deliberation.step("closeDeliberation");
    expect(await missing()).toEqual([false, ["UNIVERSITY"], [campus.id]]);
  });
});

describe("A meeting held without the hub", () => {
  const sources = [{ publisher: "Kemenko PMK" }];
  const recorded = (more: Input = {}) =>
    TestDeliberation.inSession(world, convener, [], {
      ...{ heldFrom: "2024-05-05", recorded: true, sources, ...more },
    });
  const outcomeOf = ({ id }: TestDeliberation) => ({
    deliberationId: id,
    text: "Disepakati",
    sources,
  });

  it("is recorded with its sources, once it is over, and stays so", async () => {
    const input = { kind: "LOCAL", title: "x", convenerId: convener.id, recorded: true };
    const chair = await world.member(convener, "COORDINATOR");
    for (const [more, path] of [
      [{ heldFrom: "2024-05-05" }, "input.sources"],
      [{ heldFrom: "2024-05-05", sources: [] }, "input.sources"],
      [{ heldFrom: "2024-05-05", heldTo: "2999-01-01", sources }, "input.heldTo"],
    ] as const) {
      const found = await refused(chair, "conveneDeliberation", { ...input, ...more });
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
    }
    const deliberation = await recorded();
    for (const [more, path] of [
      [{ sources: [] }, "input.sources"],
      [{ heldTo: "2999-01-01" }, "input.heldTo"],
    ] as const) {
      const found = await cannotUpdate(deliberation, more);
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", [path]]);
    }
  });

  it("has outcomes that are agreed as in its sources, each with its own", async () => {
    const deliberation = await recorded();
    const chair = await deliberation.chair;
    for (const none of [undefined, []]) {
      const input = { ...outcomeOf(deliberation), sources: none };
      const found = await world.unchangedBy(() => refused(chair, "recordOutcome", input));
      expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.sources"]]);
    }
    const input = { ...outcomeOf(deliberation), responsibleIds: [ngo.id], dueOn: "2025-01-01" };
    const fields = `status number textVersion decidedAt proposedBy { id } quorum { met } dueOn
      decision { method agree object attending } sources { publisher } responsible { id }
      versions { number text organisation { id } } positions { id }`;
    const outcome = await write(chair, "recordOutcome", input);
    expect(await see(outcome, fields, "Outcome")).toEqual({
      ...{ status: "AGREED", number: 1, textVersion: 1, decidedAt: null, proposedBy: null },
      decision: { method: "RECORDED", agree: null, object: null, attending: null },
      ...{ quorum: null, dueOn: "2025-01-01", sources, responsible: [{ id: ngo.id }] },
      versions: [{ number: 1, text: "Disepakati", organisation: { id: convener.id } }],
      positions: [],
    });
  });

  it("can be written right until it is closed, with the text before kept", async () => {
    const deliberation = await recorded();
    const outcome = await write(await deliberation.chair, "recordOutcome", outcomeOf(deliberation));
    await deliberation.decide("amendOutcome", outcome, {
      text: "Disepakati bersama",
      reason: "Salah",
    });
    expect(await see(outcome, "status text versions { text reason }", "Outcome")).toEqual({
      ...{ status: "AGREED", text: "Disepakati bersama" },
      versions: [
        { text: "Disepakati", reason: null },
        { text: "Disepakati bersama", reason: "Salah" },
      ],
    });
    await deliberation.step("closeDeliberation");
    const late = await deliberation.cannot("amendOutcome", outcome, { text: "y", reason: "z" });
    expect(late.error.extensions).toMatchObject({ reason: "NOT_IN_SESSION", from: "CLOSED" });
  });

  it("alone has such outcomes, and has them only in session", async () => {
    const live = await TestDeliberation.inSession(world, convener, [ngo]);
    const here = await refused(await live.chair, "recordOutcome", outcomeOf(live));
    expect([here.code, here.paths]).toEqual(["BAD_USER_INPUT", ["input.deliberationId"]]);
    const deliberation = await recorded();
    await deliberation.step("closeDeliberation");
    const late = await refused(await deliberation.chair, "recordOutcome", outcomeOf(deliberation));
    expect(late.error.extensions).toMatchObject({ reason: "NOT_IN_SESSION", from: "CLOSED" });
  });

  it("has nothing live: no attendance, no proposal, no position, no decision, no quorum", async () => {
    const deliberation = await recorded({ invitations: [{ organisationId: ngo.id }] });
    const chair = await deliberation.chair;
    const outcome = await write(chair, "recordOutcome", outcomeOf(deliberation));
    const arrival = await refused(chair, "recordArrival", await deliberation.invitation(ngo));
    expect([arrival.code, arrival.paths]).toEqual(["BAD_USER_INPUT", ["input.id"]]);
    const proposal = { deliberationId: deliberation.id, organisationId: convener.id, text: "x" };
    const proposed = await refused(chair, "proposeOutcome", proposal);
    expect([proposed.code, proposed.paths]).toEqual(["BAD_USER_INPUT", ["input.deliberationId"]]);
    const position = await refused(
      await world.member(ngo, "COORDINATOR"),
      "takePosition",
      await deliberation.stance(ngo, outcome, "OBJECT"),
    );
    expect(position.code).toBe("INVALID_TRANSITION");
    expect(await see(deliberation, "quorum { met }")).toEqual({ quorum: null });
  });
});
