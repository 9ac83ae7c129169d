import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { MinutesDocument } from "../../src/domain/deliberations/minutes/minutes-document.js";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of closing a deliberation with its minutes, each once and named after it.

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

interface MinutesShown {
  id: string;
  sha256: string;
  document: string;
  closedAt: string;
  version: number;
}

const minutesOf = async (deliberation: { id: string }): Promise<MinutesShown> => {
  const fields = "minutes { id sha256 document closedAt version }";
  return (
    await shown<{ minutes: MinutesShown }>(world.visitor(), "Deliberation", deliberation, fields)
  ).minutes;
};

const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

describe("Closing a deliberation", () => {
  it("is refused while a vote is open", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus, firm]);
    const first = await deliberation.propose(ngo);
    const voted = await deliberation.outcomeWith(["OBJECT", "AGREE", "AGREE"]);
    await deliberation.decide("openVote", voted);
    const found = await world.unchangedBy(async () =>
      refused(
        await deliberation.chair,
        "closeDeliberation",
        await deliberation.seen("deliberation", deliberation.id),
      ),
    );
    expect(found.error.extensions).toMatchObject({
      ...{ code: "INVALID_TRANSITION", from: "IN_SESSION", to: "CLOSED" },
      ...{ reason: "VOTE_OPEN", outcomes: [2] },
    });
    expect(await see(first, "status")).toEqual({ status: "PROPOSED" });
    await deliberation.decide("closeVote", voted);
    await deliberation.step("closeDeliberation");
    expect(await see(voted, "status")).toEqual({ status: "AGREED" });
  });

  it("defers what is undecided, with the positions that there were", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus, firm]);
    const silent = await deliberation.propose(ngo);
    const voted = await deliberation.propose(ngo);
    await deliberation.position(ngo, voted, "OBJECT");
    await deliberation.positions([campus, firm], voted);
    const rejected = await deliberation.propose(ngo);
    await deliberation.decide("rejectOutcome", rejected, { reason: "tidak perlu" });
    const decided = await see(rejected, "status version decidedAt");
    await deliberation.step("closeDeliberation");
    const fields = "status reason votingSince decision { method agree object attending }";
    const deferred = { status: "DEFERRED", reason: null, votingSince: null };
    const by = { method: "CONVENER", attending: 3 };
    expect(await see(silent, fields)).toEqual({
      ...deferred,
      decision: { ...by, agree: 0, object: 0 },
    });
    expect(await see(voted, fields)).toEqual({
      ...deferred,
      decision: { ...by, agree: 2, object: 1 },
    });
    expect(await see(rejected, "status version decidedAt")).toEqual(decided);
  });

  it("asks for no quorum: a meeting to which nobody came is closed too", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus], {
      present: [],
    });
    await deliberation.step("closeDeliberation");
    const { quorum, outcomes } = JSON.parse((await minutesOf(deliberation)).document);
    expect([quorum, outcomes]).toEqual([
      {
        ...{ met: false, attending: 0, invited: 2, needed: 1 },
        sectorsMissing: ["UNIVERSITY", "NGO"],
      },
      [],
    ]);
  });

  it("answers the deliberation and its minutes, whose hash is that of their text", async () => {
    const rembuk = await TestDeliberation.inSession(world, convener, [ngo]);
    const { payload } = await rembuk.step("closeDeliberation");
    const minutes = await minutesOf(rembuk);
    expect(payload).toMatchObject({
      deliberation: { id: rembuk.id },
      minutes: { id: minutes.id, version: 1 },
    });
    const hash = createHash("sha256").update(minutes.document, "utf8").digest("hex");
    expect(minutes.sha256).toBe(hash);
    const { format, deliberation } = JSON.parse(minutes.document);
    expect([format, deliberation.id, deliberation.closedAt]).toEqual([
      "rembuk-minutes/2",
      rembuk.id,
      minutes.closedAt,
    ]);
  });

  it("keeps attendance, every text and every position, and which of them counted", async () => {
    const deliberation = await TestDeliberation.inSession(world, convener, [ngo, campus, firm]);
    const outcome = await deliberation.propose(ngo);
    await deliberation.position(firm, outcome, "OBJECT");
    await deliberation.decide("amendOutcome", outcome, { text: "Kedua", reason: "keberatan" });
    await deliberation.position(firm, outcome, "OBJECT");
    await deliberation.position(ngo, outcome, "AGREE_WITH_RESERVATION");
    await deliberation.position(campus, outcome);
    await deliberation.leave(firm);
    await deliberation.decide("deferOutcome", outcome, { reason: "menunggu" });
    await deliberation.leave(campus);
    await deliberation.arrive(firm);
    await deliberation.step("closeDeliberation");
    const { document } = await minutesOf(deliberation);
    const { attendance, outcomes } = JSON.parse(document) as MinutesDocument;
    const attended = attendance.map(({ organisation, intervals, presentAtClose }) => [
      ...[organisation.key, intervals.length, presentAtClose],
    ]);
    expect(attended).toEqual([
      [firm.key, 2, true],
      [campus.key, 1, false],
      [ngo.key, 1, true],
    ]);
    const [reported] = outcomes;
    expect(reported).toMatchObject({ status: "DEFERRED", reason: "menunggu", number: 1 });
    const versions = reported?.versions.map(({ text, reason, positions }) => {
      const reported = positions.map(({ organisation, stance, reason, counted }) => [
        ...[organisation.key, stance, reason, counted],
      ]);
      return [text, reason, reported];
    });
    const words = (party: Party) => `Alasan ${party.key}`;
    expect(versions).toEqual([
      ["Usul", null, [[firm.key, "OBJECT", words(firm), false]]],
      [
        "Kedua",
        "keberatan",
        [
          [ngo.key, "AGREE_WITH_RESERVATION", words(ngo), true],
          [campus.key, "AGREE", null, true],
          [firm.key, "OBJECT", words(firm), true],
        ].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
      ],
    ]);
  });
});
