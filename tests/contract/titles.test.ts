import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { subscribe, tokenFor } from "../testkit/hub/index.js";
import { type PlanChange, Watch } from "../testkit/live/live-world.js";
import { type Input, refused, type Written, write } from "../testkit/mutations/documents.js";
import { readPaths, untilCached } from "../testkit/reading/read-counts.js";
import { newId, type Party, World } from "../testkit/world/world.js";

// Rule 16 of the domain: titles in both languages, of which a request sees that of its own.

let world: World;
let lead: Party;
let coordinator: CheckedClient;
let programme: Written;

const spoken = ["id", "en"] as const;
type Language = (typeof spoken)[number];
const reading = (language: Language) => world.visitor().with({ "accept-language": language });

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  programme = await world.programme(lead);
  coordinator = await world.member(lead, "COORDINATOR");
});
afterAll(() => world.stop());

/** A plan of this test alone, with actions by their titles. */
async function planWith(...titles: object[]): Promise<Written> {
  const plan = await world.plan(programme, lead);
  for (const titleText of titles) {
    await world.action(lead, plan, { title: undefined, titleText });
  }
  return plan;
}

const both = (indonesian: string, english: string) => ({ indonesian, english });
// In another order in each language; the last two have one language only.
const titles = [
  both("Pelatihan kopi", "Coffee training"),
  both("Akses pasar", "Market access"),
  both("Jalan desa", "Village road"),
  { indonesian: "Kredit usaha" },
  { english: "Placement" },
];
const inOrder: Record<Language, string[]> = {
  id: ["Akses pasar", "Jalan desa", "Kredit usaha", "Pelatihan kopi", "Placement"],
  en: ["Coffee training", "Kredit usaha", "Market access", "Placement", "Village road"],
};

interface Page {
  actions: {
    nodes: { title: string }[];
    totalCount: number;
    pageInfo: { endCursor: string; startCursor: string };
  };
}

const byTitle = `query ($plan: ID!, $first: Int, $after: String, $last: Int, $before: String, $text: String = "") {
  actions(
    where: { plan: { id: { eq: $plan } }, title: { contains: $text } }
    orderBy: [{ field: TITLE, direction: ASC }]
    first: $first after: $after last: $last before: $before
  ) { nodes { title } totalCount pageInfo { startCursor endCursor } }
}`;
/** The same list, below a field that only resolvers answer. */
const byResolvers = byTitle.replace("{\n", "{ __schema { description }\n");
const paths = [
  ["by a plan", byTitle, "planned"],
  ["by resolvers", byResolvers, "resolver"],
] as const;

describe("A title of a list, in the language of the request", () => {
  let plan: Written;
  beforeAll(async () => {
    plan = await planWith(...titles);
  });
  const page = async (language: Language, document: string, more: object = {}) =>
    (await reading(language).data<Page>(document, { plan: plan.id, ...more })).actions;
  const titlesOf = ({ nodes }: Page["actions"]) => nodes.map(({ title }) => title);

  describe.each(paths)("%s", (_, document, path) => {
    it.each(spoken)("is shown and ordered (%s)", async (language) => {
      let shown: string[] = [];
      const took = await readPaths(world.hub, async () => {
        shown = titlesOf(await page(language, document));
      });
      expect(took[0]).toMatch(new RegExp(`^${path}`));
      expect(shown).toEqual(inOrder[language]);
    });

    it.each(spoken)("is paged without a gap, forwards and back (%s)", async (language) => {
      const seen: string[] = [];
      let after: string | null = null;
      for (let at = 0; at < titles.length; at += 2) {
        const next: Page["actions"] = await page(language, document, { first: 2, after });
        seen.push(...titlesOf(next));
        after = next.pageInfo.endCursor;
      }
      expect(seen).toEqual(inOrder[language]);
      const back = await page(language, document, { last: 3, before: after });
      expect(titlesOf(back)).toEqual(inOrder[language].slice(-4, -1));
    });

    it("has a cursor that is refused in the other language, whose order is another", async () => {
      const { pageInfo } = await page("id", document, { first: 2 });
      const variables = { plan: plan.id, after: pageInfo.endCursor };
      const error = await reading("en").error(document, variables);
      expect(error.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: "after", message: expect.stringContaining("in the language") }],
      });
    });

    it("is filtered as it is shown", async () => {
      const found = async (language: Language, text: string) =>
        titlesOf(await page(language, document, { text }));
      expect(await found("id", "kopi")).toEqual(["Pelatihan kopi"]);
      expect(await found("en", "kopi")).toEqual([]);
      expect(await found("en", "coffee")).toEqual(["Coffee training"]);
      expect(await found("en", "kredit")).toEqual(["Kredit usaha"]);
    });
  });

  it("comes from the response cache in each language", async () => {
    const seen: string[][] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      for (const language of spoken) seen.push(titlesOf(await page(language, byTitle)));
    }
    await untilCached(world.hub, () => page("id", byTitle));
    expect(seen).toEqual(Array.from({ length: 4 }, () => [inOrder.id, inOrder.en]).flat());
  });

  it("is English without Accept-Language, and in a third language", async () => {
    for (const client of [world.visitor(), world.visitor().with({ "accept-language": "fr" })]) {
      const { actions } = await client.data<Page>(byTitle, { plan: plan.id });
      expect(titlesOf(actions)).toEqual(inOrder.en);
    }
  });

  it("says to caches that it depends on the language", async () => {
    const { headers } = await reading("id").ask(byTitle, { plan: plan.id });
    expect(headers.get("vary")).toContain("Accept-Language");
  });
});

const planTexts =
  "query ($id: ID!) { actionPlan(id: $id) { title titleText { indonesian english missing } version } }";

describe("A title that is written", () => {
  const texts = async (id: string) => {
    const { actionPlan } = await world
      .visitor()
      .data<{ actionPlan: { titleText: object; version: number } }>(planTexts, { id });
    return actionPlan.titleText;
  };
  const change = (plan: Written, input: Input, client = coordinator) =>
    write(client, "updateActionPlan", { id: plan.id, expectedVersion: plan.version, ...input });
  const only = (text: string, missing: "ID" | "EN") => ({
    ...{ indonesian: text, english: text, missing: [missing] },
  });

  it("plainly is in the stated language, and in Indonesian where none is stated", async () => {
    const made = async (client: CheckedClient) => {
      const input = { programmeId: programme.id, leadId: lead.id, startsOn: "2024-01-01" };
      const { id } = await write(client, "createActionPlan", {
        ...{ ...input, title: "Judul", visibility: "PUBLIC" },
      });
      return texts(id);
    };
    expect(await made(coordinator)).toEqual(only("Judul", "EN"));
    expect(await made(coordinator.with({ "accept-language": "en-GB" }))).toEqual(
      only("Judul", "ID"),
    );
    expect(await made(coordinator.with({ "accept-language": "fr" }))).toEqual(only("Judul", "EN"));
  });

  it("in one language leaves the other", async () => {
    let plan = await world.plan(programme, lead, { title: "Rencana kopi" });
    plan = await change(plan, { titleText: { english: "Coffee plan" } });
    expect(await texts(plan.id)).toEqual({ ...both("Rencana kopi", "Coffee plan"), missing: [] });
    plan = await change(plan, { title: "Rencana teh" });
    expect(await texts(plan.id)).toEqual({ ...both("Rencana teh", "Coffee plan"), missing: [] });
    plan = await change(plan, { title: "Tea plan" }, coordinator.with({ "accept-language": "en" }));
    expect(await texts(plan.id)).toEqual({ ...both("Rencana teh", "Tea plan"), missing: [] });
    plan = await change(plan, { titleText: { indonesian: null } });
    expect(await texts(plan.id)).toEqual(only("Tea plan", "ID"));
  });

  it("stays where an update names none", async () => {
    const plan = await world.plan(programme, lead, {
      title: undefined,
      titleText: both("Rencana", "Plan"),
    });
    await change(plan, { summary: "Tujuan" });
    expect(await texts(plan.id)).toEqual({ ...both("Rencana", "Plan"), missing: [] });
  });

  it("shows in the history with both languages", async () => {
    const plan = await world.plan(programme, lead, { title: "Lama" });
    const { position } = await change(plan, { titleText: { english: "New" } });
    const { changes } = await world
      .visitor()
      .data<{ changes: { nodes: object[] } }>(
        "query ($id: ID!, $at: Position!) { changes(where: { entityId: { eq: $id }, position: { eq: $at } }) { nodes { fields { name before after } } } }",
        { id: plan.id, at: position },
      );
    expect(changes.nodes).toEqual([
      {
        fields: expect.arrayContaining([
          { name: "titleText", before: { indonesian: "Lama" }, after: both("Lama", "New") },
        ]),
      },
    ]);
  });

  it("is refused where it is missing, doubled or emptied, with its path", async () => {
    const plan = await world.plan(programme, lead);
    const update = (input: Input) =>
      refused(coordinator, "updateActionPlan", {
        ...{ id: plan.id, expectedVersion: plan.version, ...input },
      });
    const create = (input: Input) =>
      refused(coordinator, "addAction", { planId: plan.id, stage: "MARKETING", ...input });
    const bad = (...paths: string[]) => ({ code: "BAD_USER_INPUT", paths });
    expect(await create({})).toMatchObject(bad("input.title"));
    expect(await create({ titleText: {} })).toMatchObject(bad("input.titleText"));
    expect(await create({ title: "a", titleText: { english: "a" } })).toMatchObject(
      bad("input.titleText"),
    );
    expect(await update({ titleText: { indonesian: null } })).toMatchObject(bad("input.titleText"));
    expect(await update({ titleText: { english: " " } })).toMatchObject(
      bad("input.titleText.english"),
    );
    expect(await update({ titleText: null })).toMatchObject(bad("input.titleText"));
  });
});

describe("Subscribers in two languages", () => {
  it("each get titles in their own, of the same change", async () => {
    const plan = await world.plan(programme, lead, {
      title: undefined,
      titleText: both("Rencana lama", "Old plan"),
    });
    const token = await tokenFor(`coordinator@${lead.key}.example`);
    const document = `subscription ($id: ID!, $after: Position) {
      actionPlanChanged(id: $id, after: $after) { position actionPlan { title } } }`;
    const watches = spoken.map((language) => {
      const connectionParams = { authorization: `Bearer ${token}`, language };
      const socket = world.hub.socket(token, { connectionParams });
      return new Watch<PlanChange>(
        subscribe(socket, document, { id: plan.id, after: plan.position }),
      );
    });
    const written = await write(coordinator, "updateActionPlan", {
      ...{ id: plan.id, expectedVersion: plan.version },
      titleText: both("Rencana baru", "New plan"),
    });
    const seen = await Promise.all(watches.map((watch) => watch.upTo(written.position)));
    expect(seen.map((payloads) => payloads.at(-1)?.actionPlan.title)).toEqual([
      "Rencana baru",
      "New plan",
    ]);
  });
});

describe("The text of an outcome", () => {
  const shown = async (id: string) => {
    const { outcome } = await coordinator.data<{ outcome: { versions: object[] } }>(
      "query ($id: ID!) { outcome(id: $id) { text textVersion statement { indonesian english missing } versions { number text statement { missing } } } }",
      { id },
    );
    return outcome;
  };

  it("is one text in both languages, which a new one replaces whole", async () => {
    const deliberation = await TestDeliberation.inSession(world, lead, [lead]);
    const outcome = await write(coordinator, "proposeOutcome", {
      ...{ id: newId(), deliberationId: deliberation.id, organisationId: lead.id },
      statement: both("Jalan dibangun", "A road is built"),
    });
    expect(await shown(outcome.id)).toMatchObject({
      ...{ text: "A road is built", textVersion: 1 },
      statement: { ...both("Jalan dibangun", "A road is built"), missing: [] },
    });
    const amended = await write(coordinator, "amendOutcome", {
      ...{ id: outcome.id, expectedVersion: outcome.version, reason: "Lebih jelas" },
      text: "Jalan desa dibangun",
    });
    expect(await shown(outcome.id)).toMatchObject({
      ...{ text: "Jalan desa dibangun", textVersion: 2 },
      statement: { missing: ["EN"] },
      versions: [
        { number: 1, text: "A road is built", statement: { missing: [] } },
        { number: 2, text: "Jalan desa dibangun", statement: { missing: ["EN"] } },
      ],
    });
    // What says the same is no new text.
    await write(coordinator, "amendOutcome", {
      ...{ id: outcome.id, expectedVersion: amended.version, reason: "Sama" },
      statement: { indonesian: "Jalan  desa dibangun" },
    });
    expect(await shown(outcome.id)).toMatchObject({ textVersion: 2 });
  });
});
