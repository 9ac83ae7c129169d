import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { TestHub } from "../testkit/hub/index.js";
import { inBoth } from "../testkit/seed/translations.js";

interface Text {
  indonesian: string;
  english: string;
  missing: string[];
}

const texts = "{ indonesian english missing }";

/** Every title of the sample, and every question. */
const documents = [
  `programmes(first: 20) { nodes { titleText ${texts} } }`,
  `areas(first: 100) { nodes { nameText ${texts} } }`,
  `actionPlans(first: 20) { nodes { titleText ${texts} actions(first: 50) { nodes { titleText ${texts} } } } }`,
  `deliberations(first: 20) { nodes { titleText ${texts}
    outcomes(first: 20) { nodes { statement ${texts} versions { statement ${texts} } } } } }`,
  `indicators(first: 20) { nodes { titleText ${texts} } }`,
  `instruments(first: 10) { nodes { titleText ${texts} dimensionDetails { title ${texts} }
    sections { title ${texts} questions { text ${texts} } } } }`,
];

/** Every text in two languages anywhere in an answer. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== "object" || value === null) return [];
  if ("missing" in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

describe("the titles of the sample", () => {
  let hub: TestHub;
  const shown: object[] = [];
  beforeAll(async () => {
    hub = await TestHub.start("sample");
    for (const one of documents) shown.push(await hub.visitor.data<object>(`{ ${one} }`));
  });
  afterAll(() => hub.stop());

  it("are in both languages wherever the cases translate them", () => {
    const all = textsIn(shown);
    expect(all.length).toBeGreaterThan(100);
    for (const { indonesian, english, missing } of all) {
      const translated = inBoth(english) ?? inBoth(indonesian);
      if (translated)
        expect({ indonesian, english, missing }).toEqual({ ...translated, missing: [] });
    }
  });

  it("lack a language only in the names of areas, which the cases do not translate", () => {
    const lacking = textsIn(shown).filter(({ missing }) => missing.length > 0);
    const names = cases.areas.map(({ name }) => name).sort();
    expect(lacking.map(({ indonesian }) => indonesian).sort()).toEqual(names);
    expect(new Set(lacking.flatMap(({ missing }) => missing))).toEqual(new Set(["EN"]));
  });

  it("hold every translated title of the cases, in the language that each names", () => {
    const held = new Set(
      textsIn(shown).flatMap(({ indonesian, english }) => [indonesian, english]),
    );
    const titles = [
      ...cases.plans.flatMap(({ title, actions }) => [title, ...actions.map((one) => one.title)]),
      ...cases.deliberations.flatMap(({ title, outcomes = [] }) => [
        title,
        ...outcomes.map(({ text }) => text),
      ]),
      ...cases.indicators.map(({ title }) => title),
      ...cases.instruments.map(({ title }) => title),
    ];
    for (const title of titles) {
      const translated = inBoth(title);
      expect([title, translated]).toEqual([title, expect.any(Object)]);
      expect([...held]).toEqual(expect.arrayContaining(Object.values(translated ?? {})));
    }
  });
});
