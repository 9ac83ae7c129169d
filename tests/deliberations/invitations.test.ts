import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { behindTheGuards } from "../testkit/postgres/sessions.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of invitations and of attendance, each once and named after it.

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
