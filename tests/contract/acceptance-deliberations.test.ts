import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import canonicalize from "canonicalize";
import { projectFolder } from "../../src/app/store.js";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { subscribe, TestHub, tokenFor } from "../testkit/hub/index.js";
import { Watch } from "../testkit/live/live-world.js";
import { type Written } from "../testkit/mutations/documents.js";
import { inEnglish, inIndonesian } from "../testkit/seed/translations.js";
import { type Party, World } from "../testkit/world/world.js";

interface Outcome {
  id: string;
  text: string;
  status: string;
  decision: Record<string, unknown> | null;
}

interface Shown extends Record<string, unknown> {
  id: string;
  outcomes: {
    nodes: (Outcome & {
      actions: { id: string; title: string; status: string; progress: number; plan: object }[];
    })[];
  };
  minutes: { closedAt: string; sha256: string; document: string };
}

type Placeholder = { totalCount: number; nodes: Record<string, unknown>[] };

/** What a watcher gets of one change. */
interface Seen {
  position: number;
  change: {
    operation: string;
    entity: string;
    organisation: { name: string } | null;
    fields: { name: string; before: unknown; after: unknown }[];
  };
  deliberation: {
    status: string;
    quorum: { met: boolean; sectorsMissing: string[] };
    outcomes: { nodes: Outcome[] };
  };
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const named = <T extends { key: string }>(list: readonly T[], key: string): T => {
  const found = list.find((one) => one.key === key);
  if (!found) throw new Error(`The cases have no ${key}`);
  return found;
};

/** The organisations that attended, as the sources say; in the order of their sectors. */
const attending = (facts: object): string[] =>
  "attending" in facts ? (facts.attending as string[]) : [];

describe("the acceptance document of the rembuk on the sample data", () => {
  let hub: TestHub;
  let document: string;

  beforeAll(async () => {
    const file = join(projectFolder(), "tests", "acceptance", "03-rembuk.graphql");
    document = await readFile(file, "utf8");
    hub = await TestHub.start("sample");
  });
  afterAll(() => hub.stop());

  const seenByVisitor = async (key: string): Promise<Shown> =>
    (await hub.visitor.data<{ deliberation: Shown }>(document, { key }, "Rembuk")).deliberation;

  it.each(cases.deliberations)("gives a visitor $key, with what came of it", async (facts) => {
    const convener = named(cases.organisations, facts.convener);
    const area = "area" in facts && facts.area ? named(cases.areas, facts.area) : null;
    const outcomes = "outcomes" in facts && facts.outcomes ? facts.outcomes : [];
    const decision = { method: "RECORDED", agree: null, agreeWithReservation: null };
    expect(await seenByVisitor(facts.key)).toEqual({
      ...{
        title: inEnglish(facts.title),
        kind: facts.kind,
        heldFrom: facts.heldFrom,
        heldTo: facts.heldTo,
      },
      id: expect.any(String),
      status: "CLOSED",
      place: facts.place ?? null,
      convener: { name: convener.name, sector: convener.sector },
      area: area && { name: area.name },
      invitations: attending(facts).map((key) => {
        const { name, sector } = named(cases.organisations, key);
        return { organisation: { name, sector }, attended: true, delegates: [] };
      }),
      ...{ agenda: [], quorum: null },
      outcomes: {
        nodes: outcomes.map(({ text, becomes: [plan, title] = [] }) => ({
          ...{ text, version: 1, dueOn: null, decidedAt: null, supersedes: null },
          ...{ positions: [], responsible: [] },
          id: expect.any(String),
          status: title ? "FOLLOWED_UP" : "AGREED",
          decision: { ...decision, object: null, abstain: null },
          actions: plan
            ? [
                {
                  ...{ title, status: "PLANNED", progress: 0 },
                  id: expect.any(String),
                  plan: { title: named(cases.plans, plan).title },
                },
              ]
            : [],
        })),
      },
      minutes: {
        closedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        document: expect.any(String),
      },
    });
  });

  it.each(cases.deliberations)("lets anyone check the minutes of $key", async (facts) => {
    const { id, minutes, outcomes } = await seenByVisitor(facts.key);
    expect(sha256(minutes.document)).toBe(minutes.sha256);
    const held = JSON.parse(minutes.document);
    expect(canonicalize(held)).toBe(minutes.document);
    expect(held).toMatchObject({
      format: "rembuk-minutes/2",
      deliberation: { id, key: facts.key, recorded: true, closedAt: minutes.closedAt },
      attendance: attending(facts).map((key) => ({
        ...{ organisation: { key }, attendedBySource: true, intervals: [], delegates: [] },
      })),
      quorum: null,
    });
    const texts = held.outcomes.map(({ versions }: { versions: Outcome[] }) => versions[0]?.text);
    // Minutes are written in Indonesian.
    expect(held.deliberation.title).toBe(inIndonesian(facts.title));
    expect(texts).toEqual(outcomes.nodes.map(({ text }) => inIndonesian(text)));
    const sources = held.deliberation.sources as { key: string }[];
    expect(sources.map(({ key }) => key)).toEqual(facts.sources);
  });

  it("shows the holes of a programme: what was agreed and became nothing, and what nobody supports", async () => {
    const variables = { programme: "pkk-kawasan" };
    const holes = await hub.visitor.data<Record<string, Placeholder>>(document, variables, "Holes");
    const title = inEnglish(named(cases.deliberations, "rembuk-lokal-lebak-2023").title);
    const text = "Cibarani and Pasireurih are proposed as programme villages after the IPB survey";
    const plans = cases.plans.filter(({ programme }) => programme === "pkk-kawasan");
    const actions = plans.flatMap((plan) =>
      plan.actions.map((action) => ({ title: action.title, plan: { title: plan.title } })),
    );
    expect(holes).toEqual({
      agreedWithoutAction: { totalCount: 1, nodes: [{ text, deliberation: { title } }] },
      withoutContribution: {
        totalCount: actions.length,
        nodes: expect.arrayContaining(actions),
      },
      overdue: { totalCount: 0, nodes: [] },
    });
  });

  /** A rembuk of three sectors in session, one of which is still to come. */
  const inSession = async () => {
    const world = new World(hub);
    const convener = await world.organisation("CENTRAL_GOVERNMENT");
    const university = await world.organisation("UNIVERSITY");
    const villagers = await world.organisation("COMMUNITY_GROUP");
    const invited = [convener, university, villagers];
    // Before anybody watches, as a stream ends when its watcher's access changes.
    for (const party of invited) await world.member(party, "COORDINATOR");
    const present = [convener, university];
    const deliberation = await TestDeliberation.inSession(world, convener, invited, { present });
    return { deliberation, convener, university, villagers };
  };

  /** What the party's coordinator watches, over a socket of its own. */
  const watching = async (id: string, after: number, party: Party) => {
    const token = await tokenFor(`coordinator@${party.key}.example`);
    const line = hub.socket(token);
    const variables = { id, after };
    const stream = subscribe<Record<string, Seen>>(line, document, variables, "WatchRembuk");
    return { line, watch: new Watch(stream) };
  };

  it("lets a coordinator watch a rembuk form, and go on watching where the line broke", async () => {
    const { deliberation, convener, university, villagers } = await inSession();
    const { extensions } = await hub.visitor.ask("{ viewer { kind } }");
    const start = Number(extensions?.position);
    const seen: Seen[] = [];
    let { line, watch } = await watching(deliberation.id, start, university);
    /** Does it, and gives what the watcher then sees of the deliberation. */
    const after = async (doing: Promise<Written>) => {
      const { position } = await doing;
      seen.push(...(await watch.upTo(position)));
      return seen.at(-1)?.deliberation;
    };

    expect(await after(deliberation.arrive(villagers))).toMatchObject({
      status: "IN_SESSION",
      quorum: { met: true, sectorsMissing: [] },
    });
    expect(await after(deliberation.leave(villagers))).toMatchObject({
      quorum: { met: false, sectorsMissing: ["COMMUNITY_GROUP"] },
    });
    await after(deliberation.arrive(villagers));
    const proposing = deliberation.propose(university, { text: "Dua desa dipetakan" });
    const proposed = await after(proposing);
    const outcome = await proposing;
    expect(proposed?.outcomes.nodes).toEqual([
      { id: outcome.id, text: "Dua desa dipetakan", status: "PROPOSED", decision: null },
    ]);
    await after(deliberation.position(university, outcome));

    // The rembuk does not wait.
    line.terminate();
    await deliberation.position(villagers, outcome, "OBJECT");
    await deliberation.position(convener, outcome);
    ({ line, watch } = await watching(deliberation.id, Number(seen.at(-1)?.position), university));
    await after(deliberation.decide("openVote", outcome));
    const counted = await after(deliberation.decide("closeVote", outcome));
    expect(counted?.outcomes.nodes).toMatchObject([
      { status: "AGREED", decision: { method: "VOTE", agree: 2, object: 1 } },
    ]);
    expect(await after(deliberation.step("closeDeliberation"))).toMatchObject({ status: "CLOSED" });

    expect(seen.map(({ change }) => `${change.operation} ${change.entity}`)).toEqual([
      "recordArrival Invitation",
      "recordDeparture Invitation",
      "recordArrival Invitation",
      "proposeOutcome Outcome",
      "proposeOutcome OutcomeVersion",
      "takePosition OutcomePosition",
      "takePosition OutcomePosition",
      "takePosition OutcomePosition",
      "openVote Outcome",
      "closeVote Outcome",
      "closeDeliberation Minutes",
      "closeDeliberation Deliberation",
    ]);
    const objection = seen[6]?.change;
    expect(objection?.organisation).toEqual({ name: `Lembaga ${villagers.key}` });
    expect(objection?.fields).toContainEqual({ name: "stance", before: null, after: "OBJECT" });
    const replay = await watching(deliberation.id, start, university);
    const again = await replay.watch.take(seen.length);
    const changesOf = (all: Seen[]) => all.map(({ position, change }) => ({ position, change }));
    expect(changesOf(again)).toEqual(changesOf(seen));
  });
});
