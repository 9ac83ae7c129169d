import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { type Party, World } from "../testkit/world/world.js";

// The rules of the quorum, which counts sectors, each once and named after it.

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
    ["no share, every sector", [0, 1, 2], [0], { share: 0 }, 1, ["UNIVERSITY"]],
    ["no share and no sector, but nobody", [0, 1, 2], [], { share: 0, everySector: false }, 1, []],
    ["no share and no sector, but one", [0, 1, 2], [1], { share: 0, everySector: false }, 1, []],
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
