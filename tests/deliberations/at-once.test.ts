import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { MinutesDocument } from "../../src/domain/deliberations/minutes/minutes-document.js";
import { shown } from "../testkit/deliberations/test-deliberation.js";
import {
  codesOf,
  type Deed,
  type Ending,
  rounds,
  TwoNodes,
  turned,
} from "../testkit/deliberations/two-nodes.js";
import { type Input } from "../testkit/mutations/documents.js";

// One rembuk is one conversation: whatever comes at the same moment, by whichever node of the hub,
// has one right result, and the order in the ledger explains it.

let nodes: TwoNodes;

beforeAll(async () => {
  nodes = await TwoNodes.start();
});
afterAll(() => nodes.stop());
afterEach(() => nodes.check());

describe("At the same moment", () => {
  it("of those who amend one outcome one wins, and the others get CONFLICT", async () => {
    const deliberation = await nodes.session(nodes.guests.slice(0, 3));
    const chairs = [await deliberation.chair, await nodes.world.member(nodes.convener, "ADMIN")];
    const proposers = [
      await nodes.coordinator(nodes.guest(0)),
      await nodes.world.member(nodes.guest(0), "ADMIN"),
    ];
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(nodes.guest(0));
      for (const before of [1, 2]) {
        const deeds = [...chairs, ...proposers].map((client, at): Deed => {
          const more = { expectedVersion: before, reason: `${round}` };
          return [
            client,
            "amendOutcome",
            { id: outcome.id, text: `Usul ${before}.${at}`, ...more },
          ];
        });
        const endings = await nodes.atOnce(...turned(round, deeds));
        expect(codesOf(endings)).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "done"]);
        for (const { code, extensions } of endings) {
          if (code !== "done") expect(extensions).toMatchObject({ currentVersion: before + 1 });
        }
      }
      const { versions } = await nodes.see<{ versions: { number: number; text: string }[] }>(
        outcome,
        "versions { number text }",
      );
      expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await nodes.see(outcome, "text textVersion version")).toEqual({
        ...{ text: versions[2]?.text, textVersion: 3, version: 3 },
      });
    }
  });

  it("a position and an amendment: it is on the text that was seen, and cleared, or refused", async () => {
    const parties = nodes.guests.slice(0, 6);
    const deliberation = await nodes.session(parties);
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(nodes.guest(0));
      const objection = await deliberation.position(nodes.guest(5), outcome, "OBJECT");
      const positions = await Promise.all(
        parties.slice(0, 5).map((party) => nodes.taking(deliberation, party, outcome)),
      );
      const more = { text: "Baru", reason: "x" };
      const amendment = await nodes.chairing(deliberation, "amendOutcome", outcome, more);
      const change: Deed = [
        await nodes.coordinator(nodes.guest(5)),
        "changePosition",
        { id: objection.id, expectedVersion: 1, stance: "AGREE" },
      ];
      const place = round % 5;
      const deeds = [...positions.slice(0, place), amendment, change, ...positions.slice(place)];
      const endings = await nodes.atOnce(...deeds);
      const taken = parties.slice(0, 5).filter((_, at) => {
        const ending = endings[at < place ? at : at + 2] as Ending;
        if (ending.code !== "done") {
          expect([ending.code, ending.paths]).toEqual(["CONFLICT", ["input.textVersion"]]);
        }
        return ending.code === "done";
      });
      expect(endings[place]?.code).toBe("done");
      expect(["done", "CONFLICT"]).toContain(endings[place + 1]?.code);
      const found = await nodes.see<{
        versions: { positions: { organisation: { id: string } }[] }[];
      }>(outcome, "positions { id } versions { positions { organisation { id } } }");
      expect(found).toMatchObject({ positions: [], versions: [{}, { positions: [] }] });
      const old = found.versions[0]?.positions.map(({ organisation }) => organisation.id);
      expect(old?.sort()).toEqual([...taken, nodes.guest(5)].map(({ id }) => id).sort());
    }
  });

  it("an objection withdrawn, a vote opened and mufakat: the one or the other", async () => {
    const deliberation = await nodes.session(nodes.guests.slice(0, 3));
    for (const round of rounds(4)) {
      const outcome = await deliberation.propose(nodes.guest(0));
      const { id } = await deliberation.position(nodes.guest(0), outcome, "OBJECT");
      await deliberation.positions(nodes.guests.slice(1, 3), outcome);
      const withdrawal: Deed = [
        await nodes.coordinator(nodes.guest(0)),
        "changePosition",
        { id, expectedVersion: 1, stance: "AGREE" },
      ];
      const vote = await nodes.chairing(deliberation, "openVote", outcome);
      const mufakat = await nodes.chairing(deliberation, "agreeOutcome", outcome);
      const deeds = turned(round, [withdrawal, vote, mufakat]);
      const endings = await nodes.atOnce(...deeds);
      const of = (deed: Deed) => endings[deeds.indexOf(deed)] as Ending;
      const status = await nodes.see<{ status: string; votingSince: string | null }>(
        outcome,
        "status votingSince",
      );
      const [opened, agreed] = [of(vote).code === "done", of(mufakat).code === "done"];
      expect(opened && agreed).toBe(false);
      expect([status.votingSince !== null, status.status === "AGREED"]).toEqual([opened, agreed]);
      if (!opened && !agreed) {
        // Mufakat came too early, the vote too late.
        expect([of(vote).reason, of(mufakat).reason]).toEqual([
          "MUFAKAT_HOLDS",
          "OBJECTIONS_STAND",
        ]);
      }
      if (agreed) expect(of(withdrawal).position).toBeLessThan(of(mufakat).position);
      else expect(of(withdrawal).code).toBe("done");
      if (opened) await deliberation.decide("closeVote", outcome);
      else if (!agreed) await deliberation.decide("agreeOutcome", outcome);
      expect(await nodes.see(outcome, "status decision { method agree object }")).toEqual({
        status: "AGREED",
        decision: { method: opened ? "VOTE" : "MUFAKAT", agree: 3, object: 0 },
      });
    }
  });

  it("a closing and positions: what was acknowledged is in the minutes, and nothing else", async () => {
    const parties = nodes.guests.slice(0, 6);
    for (const round of rounds(4)) {
      const deliberation = await nodes.session(parties);
      const outcome = await deliberation.propose(nodes.guest(0));
      const positions = await Promise.all(
        parties.map((party) => nodes.taking(deliberation, party, outcome)),
      );
      const close: Deed = [
        await deliberation.chair,
        "closeDeliberation",
        await deliberation.seen("deliberation", deliberation.id),
      ];
      const endings = await nodes.atOnce(
        ...positions.slice(0, round),
        close,
        ...positions.slice(round),
      );
      const [closing] = endings.splice(round, 1);
      expect(closing?.code).toBe("done");
      for (const { code, reason } of endings) {
        if (code !== "done") expect(reason).toBe("NOT_IN_SESSION");
      }
      const { minutes } = await shown<{ minutes: { document: string; sha256: string } }>(
        nodes.world.visitor(),
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

  it("a vote opened and an arrival: who came before is of the electorate, who came after is not", async () => {
    const late = nodes.guest(3);
    const others = nodes.guests.slice(0, 3);
    for (const round of rounds(4)) {
      const deliberation = await nodes.session([late, ...others], { present: others });
      const outcome = await deliberation.propose(nodes.guest(0));
      await deliberation.positions(others, outcome, "OBJECT");
      const invitation = await deliberation.invitation(late);
      const arrival: Deed = [await nodes.coordinator(late), "recordArrival", invitation];
      const vote = await nodes.chairing(deliberation, "openVote", outcome);
      const endings = await nodes.atOnce(...turned(round, [arrival, vote]));
      const [arrived, opened] = turned(round, endings) as [Ending, Ending];
      expect([arrived.code, opened.code]).toEqual(["done", "done"]);
      await deliberation.position(late, outcome);
      const isElector = arrived.position < opened.position;
      expect(await nodes.see(outcome, "vote { voices } tally { agree object }")).toEqual({
        vote: { voices: isElector ? 4 : 3 },
        tally: { agree: isElector ? 1 : 0, object: 3 },
      });
      await deliberation.decide("closeVote", outcome);
      await deliberation.step("closeDeliberation");
    }
  });

  it("a departure and mufakat: the decision counts those who were there when it was taken", async () => {
    const [objector, only, other] = [nodes.guest(0), nodes.guest(1), nodes.guest(3)];
    const deliberation = await nodes.session([objector, only, other]);
    for (const round of rounds(4)) {
      // Who leaves takes the quorum of its sector along, and never its objection.
      const leaver = round % 4 < 2 ? objector : only;
      const outcome = await deliberation.propose(other);
      await deliberation.positions([only, other], outcome);
      if (leaver === objector) await deliberation.position(objector, outcome, "OBJECT");
      const leaving: Deed = [
        await nodes.coordinator(leaver),
        "recordDeparture",
        await deliberation.invitation(leaver),
      ];
      const mufakat = await nodes.chairing(deliberation, "agreeOutcome", outcome);
      const [left, agreed] = turned(
        round,
        await nodes.atOnce(...turned(round, [leaving, mufakat])),
      ) as [Ending, Ending];
      expect(left.code).toBe("done");
      const wasThere = agreed.position < left.position;
      const { decision } = await nodes.see<{ decision: Input | null }>(
        outcome,
        "decision { method attending agree object }",
      );
      if (agreed.code === "done") {
        expect([leaver, wasThere]).toEqual([only, true]);
        expect(decision).toEqual({ method: "MUFAKAT", attending: 3, agree: 2, object: 0 });
      } else {
        expect(leaver === only && wasThere).toBe(false);
        expect(agreed.reason).toBe(leaver === objector ? "OBJECTIONS_STAND" : "QUORUM_NOT_MET");
        expect(decision).toBeNull();
      }
      await deliberation.arrive(leaver);
    }
  });
});
