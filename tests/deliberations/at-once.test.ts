import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { MinutesDocument } from "../../src/domain/deliberations/minutes/minutes-document.js";
import { verifyLedger } from "../../src/ledger/index.js";
import {
  type Stance,
  shown,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { CheckedClient, positionOf, refusalOf } from "../testkit/hub/checked-client.js";
import { type Answer, TestHub } from "../testkit/hub/index.js";
import { documentOf, type Written } from "../testkit/mutations/documents.js";
import { type OpenLedger, openLedger } from "../testkit/postgres/sessions.js";
import { newId, type Party, World } from "../testkit/world/world.js";
import { ReplayedOutcomes } from "./replayed-outcomes.js";

// One rembuk is one conversation: whatever comes at the same moment, by whichever node of the hub,
// has one right result, and the order in the ledger explains it.

type Input = Record<string, unknown>;

let world: World;
let second: TestHub;
let open: OpenLedger;
let convener: Party;
let guests: Party[];
/** All deliberations of these tests. */
const played: TestDeliberation[] = [];

const sectorOf = (at: number): string => ["NGO", "UNIVERSITY", "PRIVATE_SECTOR"][at % 3] as string;

beforeAll(async () => {
  world = await World.start();
  second = await TestHub.start("regions", {}, world.hub.database);
  open = await openLedger(world.hub.database.url);
  convener = await world.organisation("REGIONAL_GOVERNMENT");
  guests = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const party = await world.organisation(sectorOf(at));
      await world.member(party, "COORDINATOR");
      return party;
    }),
  );
});
afterAll(async () => {
  await open.close();
  await second.stop();
  await world.stop();
});

afterEach(async () => {
  for (const { id } of played.splice(0)) await ReplayedOutcomes.of(world.hub.sql, id);
  expect(await verifyLedger(open.orm.em.fork())).toMatchObject({ whole: true });
});

const guest = (at: number): Party => guests[at] as Party;

async function session(parties: readonly Party[], more: Input = {}): Promise<TestDeliberation> {
  const deliberation = await TestDeliberation.inSession(world, convener, parties, more);
  played.push(deliberation);
  return deliberation;
}

/** Something that somebody does: who, which mutation, with which input. */
type Deed = [client: CheckedClient, mutation: string, input: Input];

/** How a deed ended. */
interface Ending {
  code: string;
  paths: string[];
  reason: unknown;
  position: number;
  extensions: Record<string, unknown>;
}

function endingOf(mutation: string, { data, errors }: Answer<Record<string, Input>>): Ending {
  const [error] = errors ?? [];
  const position = Number(data?.[mutation]?.position);
  if (!error) return { code: "done", paths: [], reason: undefined, position, extensions: {} };
  const { code, paths } = refusalOf(error);
  return { code, paths, reason: error.extensions.reason, position, extensions: error.extensions };
}

/** The same person at the other node of the hub. */
const elsewhere = (client: CheckedClient) => new CheckedClient(second.url, client.sent);

/** Does all at the same moment, at both nodes in turn. */
const atOnce = (...deeds: readonly Deed[]): Promise<Ending[]> =>
  Promise.all(
    deeds.map(async ([client, mutation, input], at) => {
      const requester = at % 2 ? elsewhere(client) : client;
      const answer = await requester.ask<Record<string, Input>>(documentOf(mutation), {
        input,
      } as never);
      return endingOf(mutation, answer);
    }),
  );

const codesOf = (endings: readonly Ending[]): string[] => endings.map(({ code }) => code).sort();

const see = <T extends object>(outcome: { id: string }, fields: string) =>
  shown<T>(world.visitor(), "Outcome", outcome, fields);

const coordinator = (party: Party) => world.member(party, "COORDINATOR");

/** That an organisation takes a position on the text that stands now. */
async function taking(
  on: TestDeliberation,
  party: Party,
  outcome: Written,
  stance: Stance = "AGREE",
) {
  const deed: Deed = [
    await coordinator(party),
    "takePosition",
    await on.stance(party, outcome, stance),
  ];
  return deed;
}

/** That the chair does something with an outcome as it stands now. */
async function chairing(
  on: TestDeliberation,
  mutation: string,
  outcome: Written,
  more: Input = {},
) {
  const input = { ...(await on.seen("outcome", outcome.id)), ...more };
  const deed: Deed = [await on.chair, mutation, input];
  return deed;
}

const rounds = (count: number) => Array.from({ length: count }, (_, round) => round);

/** In every second round the deeds come in the other order. */
const turned = <T>(round: number, deeds: T[]): T[] => (round % 2 ? deeds.toReversed() : deeds);

describe("At the same moment", () => {
  it("of those who amend one outcome one wins, and the others get CONFLICT", async () => {
    const deliberation = await session(guests.slice(0, 3));
    const chairs = [await deliberation.chair, await world.member(convener, "ADMIN")];
    const proposers = [await coordinator(guest(0)), await world.member(guest(0), "ADMIN")];
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(guest(0));
      for (const before of [1, 2]) {
        const deeds = [...chairs, ...proposers].map((client, at): Deed => {
          const more = { expectedVersion: before, reason: `${round}` };
          return [client, "amendOutcome", { id: outcome.id, text: `Usul ${at}`, ...more }];
        });
        const endings = await atOnce(...turned(round, deeds));
        expect(codesOf(endings)).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "done"]);
        for (const { code, extensions } of endings) {
          if (code !== "done") expect(extensions).toMatchObject({ currentVersion: before + 1 });
        }
      }
      const { versions } = await see<{ versions: { number: number; text: string }[] }>(
        outcome,
        "versions { number text }",
      );
      expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await see(outcome, "text textVersion version")).toEqual({
        ...{ text: versions[2]?.text, textVersion: 3, version: 3 },
      });
    }
  });

  it("a position and an amendment: it is on the text that was seen, and cleared, or refused", async () => {
    const parties = guests.slice(0, 6);
    const deliberation = await session(parties);
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(guest(0));
      const objection = await deliberation.position(guest(5), outcome, "OBJECT");
      const positions = await Promise.all(
        parties.slice(0, 5).map((party) => taking(deliberation, party, outcome)),
      );
      const more = { text: "Baru", reason: "x" };
      const amendment = await chairing(deliberation, "amendOutcome", outcome, more);
      const change: Deed = [
        await coordinator(guest(5)),
        "changePosition",
        { id: objection.id, expectedVersion: 1, stance: "AGREE" },
      ];
      const place = round % 5;
      const deeds = [...positions.slice(0, place), amendment, change, ...positions.slice(place)];
      const endings = await atOnce(...deeds);
      const taken = parties.slice(0, 5).filter((_, at) => {
        const ending = endings[at < place ? at : at + 2] as Ending;
        if (ending.code !== "done") {
          expect([ending.code, ending.paths]).toEqual(["CONFLICT", ["input.textVersion"]]);
        }
        return ending.code === "done";
      });
      expect(endings[place]?.code).toBe("done");
      expect(["done", "CONFLICT"]).toContain(endings[place + 1]?.code);
      const found = await see<{ versions: { positions: { organisation: { id: string } }[] }[] }>(
        outcome,
        "positions { id } versions { positions { organisation { id } } }",
      );
      expect(found).toMatchObject({ positions: [], versions: [{}, { positions: [] }] });
      const old = found.versions[0]?.positions.map(({ organisation }) => organisation.id);
      expect(old?.sort()).toEqual([...taken, guest(5)].map(({ id }) => id).sort());
    }
  });

  it("an objection withdrawn, a vote opened and mufakat: the one or the other", async () => {
    const deliberation = await session(guests.slice(0, 3));
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(guest(0));
      const { id } = await deliberation.position(guest(0), outcome, "OBJECT");
      await deliberation.positions(guests.slice(1, 3), outcome);
      const withdrawal: Deed = [
        await coordinator(guest(0)),
        "changePosition",
        { id, expectedVersion: 1, stance: "AGREE" },
      ];
      const vote = await chairing(deliberation, "openVote", outcome);
      const mufakat = await chairing(deliberation, "agreeOutcome", outcome);
      const deeds = turned(round, [withdrawal, vote, mufakat]);
      const endings = await atOnce(...deeds);
      const of = (deed: Deed) => endings[deeds.indexOf(deed)] as Ending;
      const status = await see<{ status: string; votingSince: string | null }>(
        outcome,
        "status votingSince",
      );
      const [opened, agreed] = [of(vote).code === "done", of(mufakat).code === "done"];
      expect(opened && agreed).toBe(false);
      expect([status.votingSince !== null, status.status === "AGREED"]).toEqual([opened, agreed]);
      if (!opened && !agreed) {
        // Mufakat came too early, the vote too late.
        expect([of(vote).reason, of(mufakat).reason]).toEqual(["NO_OBJECTION", "OBJECTIONS_STAND"]);
      }
      if (agreed) expect(of(withdrawal).position).toBeLessThan(of(mufakat).position);
      else expect(of(withdrawal).code).toBe("done");
      if (opened) await deliberation.decide("closeVote", outcome);
      else if (!agreed) await deliberation.decide("agreeOutcome", outcome);
      expect(await see(outcome, "status decision { method agree object }")).toEqual({
        status: "AGREED",
        decision: { method: opened ? "VOTE" : "MUFAKAT", agree: 3, object: 0 },
      });
    }
  });

  it("a closing and positions: what was acknowledged is in the minutes, and nothing else", async () => {
    const parties = guests.slice(0, 6);
    for (const round of rounds(4)) {
      const deliberation = await session(parties);
      const outcome = await deliberation.propose(guest(0));
      const positions = await Promise.all(
        parties.map((party) => taking(deliberation, party, outcome)),
      );
      const close: Deed = [
        await deliberation.chair,
        "closeDeliberation",
        await deliberation.seen("deliberation", deliberation.id),
      ];
      const endings = await atOnce(...positions.slice(0, round), close, ...positions.slice(round));
      const [closing] = endings.splice(round, 1);
      expect(closing?.code).toBe("done");
      for (const { code, reason } of endings) {
        if (code !== "done") expect(reason).toBe("NOT_IN_SESSION");
      }
      const { minutes } = await shown<{ minutes: { document: string; sha256: string } }>(
        world.visitor(),
        "Deliberation",
        deliberation,
        "minutes { document sha256 }",
      );
      const { outcomes } = JSON.parse(minutes.document) as MinutesDocument;
      const reported = outcomes[0]?.versions[0]?.positions.map(
        ({ organisation }) => organisation.id,
      );
      const acknowledged = parties.filter((_, at) => endings[at]?.code === "done");
      expect(reported?.sort()).toEqual(acknowledged.map(({ id }) => id).sort());
      expect(outcomes[0]?.decision).toMatchObject({ agree: acknowledged.length });
      const hash = createHash("sha256").update(minutes.document, "utf8").digest("hex");
      expect(minutes.sha256).toBe(hash);
    }
  });

  it("a departure and mufakat: the decision counts those who were there when it was taken", async () => {
    const [objector, only, other] = [guest(0), guest(1), guest(3)];
    const deliberation = await session([objector, only, other]);
    for (const round of rounds(4)) {
      // Who leaves takes its objection along, or the quorum of its sector.
      const leaver = round % 4 < 2 ? objector : only;
      const outcome = await deliberation.propose(other);
      await deliberation.positions([only, other], outcome);
      if (leaver === objector) await deliberation.position(objector, outcome, "OBJECT");
      const leaving: Deed = [
        await coordinator(leaver),
        "recordDeparture",
        await deliberation.invitation(leaver),
      ];
      const mufakat = await chairing(deliberation, "agreeOutcome", outcome);
      const [left, agreed] = turned(round, await atOnce(...turned(round, [leaving, mufakat]))) as [
        Ending,
        Ending,
      ];
      expect(left.code).toBe("done");
      const wasThere = agreed.position < left.position;
      const { decision } = await see<{ decision: Input | null }>(
        outcome,
        "decision { method attending agree object }",
      );
      if (agreed.code === "done") {
        // An objection that stands allows no mufakat, and a sector that is gone neither.
        expect(wasThere).toBe(leaver === only);
        const attending = wasThere ? 3 : 2;
        expect(decision).toEqual({ method: "MUFAKAT", attending, agree: 2, object: 0 });
      } else {
        expect(agreed.reason).toBe(leaver === objector ? "OBJECTIONS_STAND" : "QUORUM_NOT_MET");
        expect(decision).toBeNull();
      }
      await deliberation.arrive(leaver);
    }
  });

  it("twenty organisations take their positions, and all are counted", async () => {
    const deliberation = await session(guests);
    const outcome = await deliberation.propose(guest(0));
    const deeds = await Promise.all(
      guests.map((party, at) => taking(deliberation, party, outcome, at % 2 ? "AGREE" : "ABSTAIN")),
    );
    const endings = await atOnce(...deeds);
    expect(codesOf(endings)).toEqual(guests.map(() => "done"));
    expect(new Set(endings.map(({ position }) => position)).size).toBe(guests.length);
    expect(await see(outcome, "tally { agree abstain } quorum { met attending }")).toEqual({
      tally: { agree: 10, abstain: 10 },
      quorum: { met: true, attending: 20 },
    });
    await deliberation.decide("agreeOutcome", outcome);
  });

  it("several proposals get one number each", async () => {
    const deliberation = await session(guests.slice(0, 10));
    const deeds = await Promise.all(
      guests.slice(0, 10).map(async (party): Promise<Deed> => {
        const input = { deliberationId: deliberation.id, organisationId: party.id, text: "Usul" };
        return [await coordinator(party), "proposeOutcome", input];
      }),
    );
    expect(codesOf(await atOnce(...deeds))).toEqual(deeds.map(() => "done"));
    const { outcomes } = await shown<{ outcomes: { nodes: { number: number }[] } }>(
      world.visitor(),
      "Deliberation",
      deliberation,
      "outcomes { nodes { number } }",
    );
    expect(outcomes.nodes.map(({ number }) => number)).toEqual(deeds.map((_, at) => at + 1));
  });

  it("one position that is sent several times is taken once, and answered alike", async () => {
    const deliberation = await session(guests.slice(0, 3));
    for (const _ of rounds(3)) {
      const outcome = await deliberation.propose(guest(0));
      const [client, mutation, input] = await taking(deliberation, guest(1), outcome);
      const before = await positionOf(client);
      const same: Deed = [client, mutation, { ...input, id: newId() }];
      const endings = await atOnce(same, same, same, same, same);
      expect(endings.map(({ code, position }) => [code, position])).toEqual(
        endings.map(() => ["done", before + 1]),
      );
    }
  });

  it("two positions of one organisation: one is taken, the other gets CONFLICT with it", async () => {
    const deliberation = await session(guests.slice(0, 3));
    for (const _ of rounds(4)) {
      const outcome = await deliberation.propose(guest(0));
      const stances = ["AGREE", "OBJECT", "ABSTAIN"] as const;
      const deeds = await Promise.all(
        stances.map((stance) => taking(deliberation, guest(1), outcome, stance)),
      );
      const endings = await atOnce(...deeds);
      expect(codesOf(endings)).toEqual(["CONFLICT", "CONFLICT", "done"]);
      const stance = stances[endings.findIndex(({ code }) => code === "done")];
      const { positions } = await see<{ positions: object[] }>(outcome, "positions { stance }");
      expect(positions).toEqual([{ stance }]);
      for (const { code, paths, extensions } of endings) {
        if (code === "done") continue;
        expect(paths).toEqual(["input.organisationId"]);
        expect(extensions.current).toMatchObject({ stance });
      }
    }
  });

  it("everything at once is in the ledger as one conversation", async () => {
    const parties = guests.slice(0, 9);
    const deliberation = await session(parties);
    const outcomes: Written[] = [];
    for (const party of parties.slice(0, 3)) outcomes.push(await deliberation.propose(party));
    const stances = ["AGREE", "OBJECT", "AGREE_WITH_RESERVATION", "ABSTAIN"] as const;
    for (const round of rounds(3)) {
      const deeds: Deed[] = [];
      for (const [at, outcome] of outcomes.entries()) {
        for (const party of parties)
          deeds.push(await taking(deliberation, party, outcome, stances[at]));
        deeds.push(await chairing(deliberation, "agreeOutcome", outcome));
        deeds.push(await chairing(deliberation, "openVote", outcome));
        deeds.push(await chairing(deliberation, "closeVote", outcome));
        const more = { text: `Usul ${round}`, reason: "x" };
        if (at > 0) deeds.push(await chairing(deliberation, "amendOutcome", outcome, more));
      }
      for (const party of [guest(3), guest(4)]) {
        const here = await deliberation.invitation(party);
        for (const mutation of ["recordDeparture", "recordArrival"]) {
          deeds.push([await coordinator(party), mutation, here]);
        }
      }
      const last: Input = { deliberationId: deliberation.id, organisationId: guest(10 + round).id };
      deeds.push([await deliberation.chair, "inviteOrganisation", last]);
      if (round === 2) {
        const seen = await deliberation.seen("deliberation", deliberation.id);
        deeds.splice(20, 0, [await deliberation.chair, "closeDeliberation", seen]);
      }
      // Neighbours go to different nodes; a stride through the list mixes what is near.
      await atOnce(...deeds.map((_, at) => deeds[(at * 7) % deeds.length] as Deed));
    }
    const reported = await ReplayedOutcomes.of(world.hub.sql, deliberation.id);
    expect(reported.closed).toBe(true);
    const decided = [...reported.outcomes.values()].map(({ status }) => status);
    expect(decided).not.toContain("PROPOSED");
  });
});

describe("Across deliberations, at the same moment", () => {
  /** Agreed outcomes of one deliberation that was held before and is closed. */
  async function settled(count: number): Promise<Written[]> {
    const earlier = await session([guest(0)], { heldFrom: "2026-01-01" });
    const outcomes: Written[] = [];
    for (const _ of rounds(count)) {
      const outcome = await earlier.propose(guest(0));
      await earlier.position(guest(0), outcome);
      await earlier.decide("agreeOutcome", outcome);
      outcomes.push(outcome);
    }
    await earlier.step("closeDeliberation");
    return outcomes;
  }

  async function heirOf(on: TestDeliberation, old: Written): Promise<Written> {
    const heir = await on.propose(guest(0), { supersedesId: old.id });
    await on.position(guest(0), heir);
    return heir;
  }

  it("of several outcomes that would take one's place one does", async () => {
    const later = [await session([guest(0)]), await session([guest(0)]), await session([guest(0)])];
    for (const old of await settled(5)) {
      const deeds: Deed[] = [];
      for (const on of later) deeds.push(await chairing(on, "agreeOutcome", await heirOf(on, old)));
      const endings = await atOnce(...deeds);
      expect(codesOf(endings)).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT", "done"]);
      for (const { code, paths } of endings)
        if (code !== "done") expect(paths).toEqual(["input.id"]);
      const { supersededBy } = await see<{ supersededBy: { nodes: { status: string }[] } }>(
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
    const lead = await world.organisation();
    const plan = await world.plan(await world.programme(lead), lead);
    const planner = await coordinator(lead);
    const on = await session([guest(0)]);
    const action = { planId: plan.id, title: "Kegiatan", stage: "MARKETING" };
    for (const [round, old] of (await settled(6)).entries()) {
      const agreement = await chairing(on, "agreeOutcome", await heirOf(on, old));
      const adoption: Deed = [planner, "adoptOutcome", { outcomeId: old.id, action }];
      const deeds = turned(round, [adoption, adoption, agreement, adoption]);
      const endings = await atOnce(...deeds);
      const agreed = endings[deeds.indexOf(agreement)] as Ending;
      expect(agreed.code).toBe("done");
      const adopted = endings.filter((ending) => ending !== agreed);
      for (const { code, paths, position } of adopted) {
        if (code === "done") expect(position).toBeLessThan(agreed.position);
        else expect([code, paths]).toEqual(["BAD_USER_INPUT", ["input.outcomeId"]]);
      }
      const { adoptions } = await see<{ adoptions: object[] }>(old, "adoptions { id }");
      expect(adoptions.length).toBe(adopted.filter(({ code }) => code === "done").length);
      const late = await atOnce(adoption);
      expect(codesOf(late)).toEqual(["BAD_USER_INPUT"]);
    }
  });
});
