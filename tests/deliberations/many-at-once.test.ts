import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { shown, type TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import {
  codesOf,
  type Deed,
  type Ending,
  rounds,
  TwoNodes,
  turned,
} from "../testkit/deliberations/two-nodes.js";
import { positionOf } from "../testkit/hub/checked-client.js";
import { type Input, type Written } from "../testkit/mutations/documents.js";
import { newId } from "../testkit/world/world.js";

// One rembuk is one conversation: whatever comes at the same moment, by whichever node of the hub,
// has one right result, and the order in the ledger explains it.

let nodes: TwoNodes;

beforeAll(async () => {
  nodes = await TwoNodes.start();
});
afterAll(() => nodes.stop());
afterEach(() => nodes.check());

describe("Of many at the same moment", () => {
  it("twenty organisations take their positions, and all are counted", async () => {
    const deliberation = await nodes.session(nodes.guests);
    const outcome = await deliberation.propose(nodes.guest(0));
    const deeds = await Promise.all(
      nodes.guests.map((party, at) =>
        nodes.taking(deliberation, party, outcome, at % 2 ? "AGREE" : "ABSTAIN"),
      ),
    );
    const endings = await nodes.atOnce(...deeds);
    expect(codesOf(endings)).toEqual(nodes.guests.map(() => "done"));
    expect(new Set(endings.map(({ position }) => position)).size).toBe(nodes.guests.length);
    expect(await nodes.see(outcome, "tally { agree abstain } quorum { met attending }")).toEqual({
      tally: { agree: 10, abstain: 10 },
      quorum: { met: true, attending: 20 },
    });
    await deliberation.decide("agreeOutcome", outcome);
  });

  it("several proposals get one number each", async () => {
    const deliberation = await nodes.session(nodes.guests.slice(0, 10));
    const deeds = await Promise.all(
      nodes.guests.slice(0, 10).map(async (party): Promise<Deed> => {
        const input = { deliberationId: deliberation.id, organisationId: party.id, text: "Usul" };
        return [await nodes.coordinator(party), "proposeOutcome", input];
      }),
    );
    expect(codesOf(await nodes.atOnce(...deeds))).toEqual(deeds.map(() => "done"));
    const { outcomes } = await shown<{ outcomes: { nodes: { number: number }[] } }>(
      nodes.world.visitor(),
      "Deliberation",
      deliberation,
      "outcomes { nodes { number } }",
    );
    expect(outcomes.nodes.map(({ number }) => number)).toEqual(deeds.map((_, at) => at + 1));
  });

  it("one position that is sent several times is taken once, and answered alike", async () => {
    const deliberation = await nodes.session(nodes.guests.slice(0, 3));
    for (const _ of rounds(3)) {
      const outcome = await deliberation.propose(nodes.guest(0));
      const [client, mutation, input] = await nodes.taking(deliberation, nodes.guest(1), outcome);
      const before = await positionOf(client);
      const same: Deed = [client, mutation, { ...input, id: newId() }];
      const endings = await nodes.atOnce(same, same, same, same, same);
      expect(endings.map(({ code, position }) => [code, position])).toEqual(
        endings.map(() => ["done", before + 1]),
      );
    }
  });

  it("two positions of one organisation: one is taken, the other gets CONFLICT with it", async () => {
    const deliberation = await nodes.session(nodes.guests.slice(0, 3));
    for (const _ of rounds(4)) {
      const outcome = await deliberation.propose(nodes.guest(0));
      const stances = ["AGREE", "OBJECT", "ABSTAIN"] as const;
      const deeds = await Promise.all(
        stances.map((stance) => nodes.taking(deliberation, nodes.guest(1), outcome, stance)),
      );
      const endings = await nodes.atOnce(...deeds);
      expect(codesOf(endings)).toEqual(["CONFLICT", "CONFLICT", "done"]);
      const stance = stances[endings.findIndex(({ code }) => code === "done")];
      const { positions } = await nodes.see<{ positions: object[] }>(
        outcome,
        "positions { stance }",
      );
      expect(positions).toEqual([{ stance }]);
      for (const { code, paths, extensions } of endings) {
        if (code === "done") continue;
        expect(paths).toEqual(["input.organisationId"]);
        expect(extensions.current).toMatchObject({ stance });
      }
    }
  });

  it("everything at once is in the ledger as one conversation", async () => {
    const parties = nodes.guests.slice(0, 9);
    const deliberation = await nodes.session(parties);
    const outcomes: Written[] = [];
    let closing: Ending | undefined;
    for (const party of parties.slice(0, 3)) outcomes.push(await deliberation.propose(party));
    const stances = ["AGREE", "OBJECT", "AGREE_WITH_RESERVATION", "ABSTAIN"] as const;
    for (const round of rounds(3)) {
      const deeds: Deed[] = [];
      for (const [at, outcome] of outcomes.entries()) {
        for (const party of parties)
          deeds.push(await nodes.taking(deliberation, party, outcome, stances[at]));
        deeds.push(await nodes.chairing(deliberation, "agreeOutcome", outcome));
        deeds.push(await nodes.chairing(deliberation, "openVote", outcome));
        deeds.push(await nodes.chairing(deliberation, "closeVote", outcome));
        const more = { text: `Usul ${round}`, reason: "x" };
        if (at > 0) deeds.push(await nodes.chairing(deliberation, "amendOutcome", outcome, more));
      }
      for (const party of [nodes.guest(3), nodes.guest(4)]) {
        const here = await deliberation.invitation(party);
        for (const mutation of ["recordDeparture", "recordArrival"]) {
          deeds.push([await nodes.coordinator(party), mutation, here]);
        }
      }
      const last: Input = {
        deliberationId: deliberation.id,
        organisationId: nodes.guest(10 + round).id,
      };
      deeds.push([await deliberation.chair, "inviteOrganisation", last]);
      if (round === 2) {
        const seen = await deliberation.seen("deliberation", deliberation.id);
        deeds.splice(20, 0, [await deliberation.chair, "closeDeliberation", seen]);
      }
      // Neighbours go to different nodes; a stride through the list mixes what is near.
      const mixed = deeds.map((_, at) => deeds[(at * 7) % deeds.length] as Deed);
      const endings = await nodes.atOnce(...mixed);
      closing = endings[mixed.findIndex(([, mutation]) => mutation === "closeDeliberation")];
    }
    // A vote that was opened before refuses the close, whichever of them came first.
    if (closing?.code !== "done") {
      expect(closing?.reason).toBe("VOTE_OPEN");
      for (const outcome of outcomes) {
        await nodes.atOnce(await nodes.chairing(deliberation, "closeVote", outcome));
      }
      const seen = await deliberation.seen("deliberation", deliberation.id);
      const close: Deed = [await deliberation.chair, "closeDeliberation", seen];
      expect(codesOf(await nodes.atOnce(close))).toEqual(["done"]);
    }
    const reported = await nodes.replayed(deliberation.id);
    expect(reported.closed).toBe(true);
    const decided = [...reported.outcomes.values()].map(({ status }) => status);
    expect(decided).not.toContain("PROPOSED");
  });
});

describe("Across deliberations, at the same moment", () => {
  /** Agreed outcomes of one deliberation that was held before and is closed. */
  async function settled(count: number): Promise<Written[]> {
    const earlier = await nodes.session([nodes.guest(0)], { heldFrom: "2026-01-01" });
    const outcomes: Written[] = [];
    for (const _ of rounds(count)) {
      const outcome = await earlier.propose(nodes.guest(0));
      await earlier.position(nodes.guest(0), outcome);
      await earlier.decide("agreeOutcome", outcome);
      outcomes.push(outcome);
    }
    await earlier.step("closeDeliberation");
    return outcomes;
  }

  async function heirOf(on: TestDeliberation, old: Written): Promise<Written> {
    const heir = await on.propose(nodes.guest(0), { supersedesId: old.id });
    await on.position(nodes.guest(0), heir);
    return heir;
  }

  it("of several outcomes that would take one's place one does", async () => {
    const later = [
      await nodes.session([nodes.guest(0)]),
      await nodes.session([nodes.guest(0)]),
      await nodes.session([nodes.guest(0)]),
    ];
    for (const old of await settled(5)) {
      const deeds: Deed[] = [];
      for (const on of later)
        deeds.push(await nodes.chairing(on, "agreeOutcome", await heirOf(on, old)));
      const endings = await nodes.atOnce(...deeds);
      expect(codesOf(endings)).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT", "done"]);
      for (const { code, paths } of endings)
        if (code !== "done") expect(paths).toEqual(["input.id"]);
      const { supersededBy } = await nodes.see<{ supersededBy: { nodes: { status: string }[] } }>(
        old,
        "supersededBy { nodes { status } }",
      );
      expect(supersededBy.nodes.map(({ status }) => status).sort()).toEqual([
        "AGREED",
        "PROPOSED",
        "PROPOSED",
      ]);
    }
  });

  it("adoptions and supersession: what is adopted was standing then", async () => {
    const lead = await nodes.world.organisation();
    const plan = await nodes.world.plan(await nodes.world.programme(lead), lead);
    const planner = await nodes.coordinator(lead);
    const on = await nodes.session([nodes.guest(0)]);
    const action = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    for (const [round, old] of (await settled(6)).entries()) {
      const agreement = await nodes.chairing(on, "agreeOutcome", await heirOf(on, old));
      const adoption: Deed = [planner, "adoptOutcome", { outcomeId: old.id, action }];
      const deeds = turned(round, [adoption, adoption, agreement, adoption]);
      const endings = await nodes.atOnce(...deeds);
      const agreed = endings[deeds.indexOf(agreement)] as Ending;
      expect(agreed.code).toBe("done");
      const adopted = endings.filter((ending) => ending !== agreed);
      for (const { code, paths, position } of adopted) {
        if (code === "done") expect(position).toBeLessThan(agreed.position);
        else expect([code, paths]).toEqual(["BAD_USER_INPUT", ["input.outcomeId"]]);
      }
      const { adoptions } = await nodes.see<{ adoptions: object[] }>(old, "adoptions { id }");
      expect(adoptions.length).toBe(adopted.filter(({ code }) => code === "done").length);
      const late = await nodes.atOnce(adoption);
      expect(codesOf(late)).toEqual(["BAD_USER_INPUT"]);
    }
  });
});
