import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { dateIn } from "../../src/domain/regions/index.js";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of a deliberation, each once and named after it: what may change when, and meetings that
// were held without the hub.

let world: World;
let convener: Party;
let ngo: Party;
let campus: Party;

beforeAll(async () => {
  world = await World.start();
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  ngo = await world.organisation("NGO");
  campus = await world.organisation("UNIVERSITY");
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
      ...{
        key: `musyawarah-${id.slice(-8)}`,
        status: "DRAFT",
        visibility: "PARTICIPANTS",
        heldTo: "2026-05-05",
      },
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
    const before = Date.now();
    await deliberation.step("openDeliberation");
    const { openedAt } = await see<{ openedAt: string }>(deliberation, "openedAt");
    expect(Date.parse(openedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(openedAt)).toBeLessThanOrEqual(Date.now());
  });

  it("opens not before the first day it is held on, and long after it too", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo], {
      heldFrom: "2999-01-02",
    });
    await deliberation.step("scheduleDeliberation");
    const { error } = await cannotStep(deliberation, "openDeliberation");
    expect(error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", reason: "BEFORE_FIRST_DAY" },
      ...{ from: "SCHEDULED", to: "IN_SESSION", heldFrom: "2999-01-02", timeZone: "WIB" },
      fields: [{ path: "input.id" }],
    });
    await update(deliberation, { heldFrom: "2020-01-02", heldTo: "2020-01-03" });
    await deliberation.step("openDeliberation");
    expect(await see(deliberation, "status")).toEqual({ status: "IN_SESSION" });
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

  it("called off, tells its participants why, and takes a reason for no other step", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, [ngo]);
    const chair = await deliberation.chair;
    const step = async () => ({
      ...(await deliberation.seen("deliberation", deliberation.id)),
      reason: "Banjir",
    });
    const scheduling = await step();
    const early = await world.unchangedBy(() => refused(chair, "scheduleDeliberation", scheduling));
    expect([early.code, early.paths]).toEqual(["BAD_USER_INPUT", ["input.reason"]]);
    await write(chair, "cancelDeliberation", await step());
    const guest = await world.member(ngo, "VIEWER");
    expect(await shown(guest, "Deliberation", deliberation, "status cancelReason")).toEqual({
      ...{ status: "CANCELLED", cancelReason: "Banjir" },
    });
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

/** The next instant with this time of the day, in milliseconds: no token is from later. */
function nextAt(time: string): number {
  const today = Date.parse(`${new Date().toISOString().slice(0, 10)}T${time}`);
  return today > Date.now() ? today : today + 86_400_000;
}

describe("The day of a meeting is the day where it is held", () => {
  let areas: Record<"papua" | "java", string>;
  beforeAll(async () => {
    const operator = await world.operator;
    const area = async (...regions: string[]) =>
      (await write(operator, "createArea", { name: world.unique("Kawasan"), regions })).id;
    areas = { papua: await area("94.04.01", "36.02"), java: await area("33.10") };
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** The next half past midnight in Papua: in Java it is half past ten in the evening of the day before. */
  const midnight = nextAt("15:30:00Z");
  const [javaDay, papuaDay] = [dateIn("WIB", midnight), dateIn("WIT", midnight)];

  type Where = Input & { area?: keyof typeof areas };
  const places: [where: string, fields: Where, timeZone: string, isOpen: boolean][] = [
    ["in Mimika", { regionCode: "94.04" }, "WIT", true],
    ["in Makassar", { regionCode: "73.71" }, "WITA", false],
    ["in Jakarta, about an area in Papua", { regionCode: "31", area: "papua" }, "WIB", false],
    ["about an area in Papua", { area: "papua" }, "WIT", true],
    ["about an area in Java", { area: "java" }, "WIB", false],
    ["nowhere in particular", {}, "WIB", false],
  ];
  it.each(places)("held %s", async (_, { area, ...where }, timeZone, isOpen) => {
    const day = { heldFrom: papuaDay, ...where, ...(area ? { areaId: areas[area] } : {}) };
    const deliberation = await TestDeliberation.convened(world, convener, [ngo], day);
    await deliberation.step("scheduleDeliberation");
    expect(await see(deliberation, "timeZone")).toEqual({ timeZone });
    const clock = jest.spyOn(Date, "now").mockReturnValue(midnight);
    if (isOpen) await deliberation.step("openDeliberation");
    else {
      const { error } = await cannotStep(deliberation, "openDeliberation");
      const reason = { reason: "BEFORE_FIRST_DAY", today: javaDay, timeZone };
      expect(error.extensions).toMatchObject(reason);
    }
    expect(clock).toHaveBeenCalled();
    const { status } = await see<{ status: string }>(deliberation, "status");
    expect(status).toBe(isOpen ? "IN_SESSION" : "SCHEDULED");
  });

  it("also if it is recorded afterwards", async () => {
    jest.spyOn(Date, "now").mockReturnValue(midnight);
    const held = { heldFrom: papuaDay, recorded: true, sources: [{ publisher: "Dinas" }] };
    const papua = await TestDeliberation.convened(world, convener, [], {
      ...{ ...held, regionCode: "94.04" },
    });
    const moved = await cannotUpdate(papua, { regionCode: "36" });
    expect([moved.code, moved.paths]).toEqual(["BAD_USER_INPUT", ["input.heldTo"]]);
    const input = { ...held, kind: "LOCAL", title: "x", convenerId: convener.id };
    const java = await refused(await papua.chair, "conveneDeliberation", input);
    expect([java.code, java.paths]).toEqual(["BAD_USER_INPUT", ["input.heldTo"]]);
  });

  it("and its minutes say so", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo], {
      ...{ regionCode: "94.04" },
    });
    await deliberation.step("closeDeliberation");
    const { minutes } = await see<{ minutes: { document: string; html: string } }>(
      deliberation,
      "minutes { document html(language: EN) }",
    );
    const document = JSON.parse(minutes.document);
    expect(document).toMatchObject({
      format: "rembuk-minutes/2",
      deliberation: { timeZone: "WIT" },
    });
    expect(minutes.html).toContain("Eastern Indonesia Time (WIT, UTC+9)");
    expect(minutes.html).not.toContain("WIB");
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

  it("has those who attended as its sources say, without times, and can correct who did", async () => {
    const attended = { organisationId: ngo.id, attended: true };
    const deliberation = await recorded({ invitations: [attended] });
    const chair = await deliberation.chair;
    const fields = `quorum { met } invitations { organisation { id } attended isPresent
      attendedBySource attendance { arrivedAt } }`;
    const shownAs = (party: Party, isKnown: boolean) => ({
      ...{ organisation: { id: party.id }, attended: isKnown, isPresent: false },
      ...{ attendedBySource: isKnown, attendance: [] },
    });
    expect(await see(deliberation, fields)).toEqual({
      ...{ quorum: null, invitations: [shownAs(ngo, true)] },
    });
    await write(chair, "withdrawInvitation", await deliberation.invitation(ngo));
    const campusToo = { deliberationId: deliberation.id, organisationId: campus.id };
    await write(chair, "inviteOrganisation", { ...campusToo, attended: true });
    await write(chair, "inviteOrganisation", { ...campusToo, organisationId: convener.id });
    expect(await see(deliberation, fields)).toEqual({
      ...{ quorum: null, invitations: [shownAs(convener, false), shownAs(campus, true)] },
    });
    await deliberation.step("closeDeliberation");
    const { minutes } = await see<{ minutes: Record<"id" | "sha256" | "html", string> }>(
      deliberation,
      "minutes { id sha256 html(language: EN) }",
    );
    expect(minutes.html).toMatch(
      /<caption>The organisations that attended, as the sources say[\s\S]*<h2>The invited organisations<\/h2>/,
    );
    const seen = { minutesId: minutes.id, sha256: minutes.sha256 };
    const acknowledge = async (party: Party) =>
      [await world.member(party, "COORDINATOR"), { ...seen, organisationId: party.id }] as const;
    const [campusClient, input] = await acknowledge(campus);
    await write(campusClient, "acknowledgeMinutes", input);
    const absent = await refused(chair, "acknowledgeMinutes", (await acknowledge(convener))[1]);
    expect([absent.code, absent.paths]).toEqual(["BAD_USER_INPUT", ["input.organisationId"]]);
  });

  it("alone has attendance without times", async () => {
    const deliberation = await TestDeliberation.convened(world, convener, []);
    const input = { deliberationId: deliberation.id, organisationId: ngo.id, attended: true };
    const found = await refused(await deliberation.chair, "inviteOrganisation", input);
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.attended"]]);
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
