import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { TestHub } from "../testkit/hub/index.js";

type Row = Record<string, unknown>;
interface Figure {
  period: string;
  value: number;
  numerator?: number | null;
  region: { code: string } | null;
  area: { key: string } | null;
  sources: { key: string }[];
}

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start("sample");
});
afterAll(() => hub.stop());

const figure = "period value region { code } area { key } sources { key }";

/** A figure as the cases write it: of an area, of a region, or of none (null), the whole country. */
const asCase = ({ region, area, numerator, sources, ...own }: Figure) => ({
  ...own,
  ...(area ? { area: area.key } : { region: region?.code ?? null }),
  ...(numerator ? { people: numerator } : {}),
  sources: sources.map(({ key }) => key),
});

const inOrder = (figures: readonly object[]) =>
  figures.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

describe("the sample data", () => {
  it("gives a visitor every indicator of the cases, with its figures and targets", async () => {
    const { indicators } = await hub.visitor.data<{
      indicators: { nodes: (Row & { targets: Figure[]; measurements: { nodes: Figure[] } })[] };
    }>(`{ indicators(first: 50) { nodes {
      key title unit direction owner { key } programme { key } targets { ${figure} }
      measurements(first: 50) { nodes { numerator denominator organisation { key } ${figure} } } } } }`);
    expect(indicators.nodes.map(({ key }) => key)).toEqual(
      cases.indicators.map(({ key }) => key).sort(),
    );
    for (const { key, title, unit, direction, series, targets = [] } of cases.indicators) {
      const shown = indicators.nodes.find((one) => one.key === key);
      const nobody = { owner: null, programme: null };
      expect(shown).toMatchObject({ key, title, unit, direction, ...nobody });
      expect(inOrder((shown?.targets ?? []).map(asCase))).toEqual(inOrder(targets));
      const measured = (shown?.measurements.nodes ?? []).map((one) => {
        const { denominator, organisation, ...own } = one as Figure & Row;
        expect([denominator, organisation]).toEqual([null, null]);
        return asCase(own);
      });
      expect(inOrder(measured)).toEqual(inOrder(series));
    }
  });

  it("gives a visitor every group of the cases, and claims of none what is said of all", async () => {
    const facts = cases.enterpriseGroupFacts;
    const { area } = await hub.visitor.data<{
      area: { enterpriseGroups: { totalCount: number; nodes: (Row & { note: string })[] } };
    }>(`{ area(key: "kasepuhan-lebak") { enterpriseGroups(first: 50) { totalCount nodes {
      name journey members membersBySex { count } products { name } village { code } formedOn
      organisation { key } visibility note sources { key } measurements { totalCount } } } } }`);
    const { totalCount, nodes } = area.enterpriseGroups;
    expect(totalCount).toBe(facts.groups);
    const names = cases.enterpriseGroups.map(({ name }) => name).sort();
    expect(nodes.map(({ name }) => name).sort()).toEqual(names);
    for (const { name, note, ...own } of nodes) {
      expect(own).toEqual({
        ...{ journey: "FORMED", members: facts.membersEach, membersBySex: [], products: [] },
        ...{ village: null, formedOn: null, organisation: null, visibility: "PUBLIC" },
        sources: facts.sources.map((key) => ({ key })),
        measurements: { totalCount: 0 },
      });
      expect(names).toContain(name);
      for (const product of facts.products) expect(note).toContain(product);
    }
    expect(nodes.length * facts.membersEach).toBe(facts.membersTotal);
  });

  it("shows an area its indicators: what was measured or is to be reached there or in a part", async () => {
    const { areas } = await hub.visitor.data<{
      areas: { nodes: { key: string; indicators: { nodes: { key: string }[] } }[] };
    }>("{ areas(first: 50) { nodes { key indicators { nodes { key } } } } }");
    const found = new Map(areas.nodes.map(({ key, indicators }) => [key, indicators.nodes]));
    expect(found.get("kasepuhan-lebak")).toEqual([{ key: "people-working-in-tkm" }]);
    const measured = new Set(
      cases.indicators.flatMap(({ series }) => series.map((one) => "region" in one && one.region)),
    );
    for (const { key, regions } of cases.areas) {
      if (regions.some((code) => measured.has(code))) expect(found.get(key)).not.toEqual([]);
    }
  });
});
