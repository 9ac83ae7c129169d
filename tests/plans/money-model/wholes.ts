import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import { levels, placeAt } from "../../testkit/plans/places.js";
import type { Counted, Totals } from "../../testkit/plans/slow-sums.js";

// Every whole whose totals the hub gives, and which contributions belong to each.

const figures =
  "given { pledged committed delivered total } reached { pledged committed delivered total } paid";
const each = `${figures} onCancelled { ${figures} }`;
const totals = `fragment Totals on MoneyTotals { ${each} bySector { sector ${each} } }`;

/** The things of a scene whose totals are asked for. */
export interface Places {
  actions: readonly string[];
  plans: readonly string[];
  programmes: readonly string[];
  organisations: readonly string[];
  areas: readonly string[];
  regions: readonly string[];
  /** The parts of organisations and of programmes by their id: the thing itself, and what is below it. */
  parts: ReadonlyMap<string, readonly string[]>;
}

/** One whole: its totals as the hub gives them, and the condition that a contribution belongs to it. */
export interface Whole {
  name: string;
  given: Totals | null;
  holds(one: Counted): boolean;
}

type Belongs = (id: string) => (one: Counted) => boolean;

const isWithin = (code: string, region: string) => code === region || code.startsWith(`${region}.`);
const liesIn =
  (region: string) =>
  ({ codes }: Counted) =>
    codes?.every((code) => isWithin(code, region)) ?? false;

const liesAcross = (region: string) => (one: Counted) => {
  const below = { 2: 5, 5: 8, 8: 13 }[region.length] ?? 99;
  return liesIn(region)(one) && placeAt(below, one.codes) === undefined;
};

/** The fields of each noun with totals, and who belongs to them. */
const fields = ({ parts }: Places): Record<string, Record<string, Belongs>> => ({
  actions: {
    money:
      (id) =>
      ({ action }) =>
        action === id,
  },
  actionPlans: {
    money:
      (id) =>
      ({ plan }) =>
        plan === id,
  },
  programmes: {
    money:
      (id) =>
      ({ programme }) =>
        programme === id,
    moneyWithParts:
      (id) =>
      ({ programme }) =>
        parts.get(id)?.includes(programme) ?? false,
  },
  organisations: {
    money:
      (id) =>
      ({ organisation }) =>
        organisation === id,
    moneyWithParts:
      (id) =>
      ({ organisation }) =>
        parts.get(id)?.includes(organisation) ?? false,
  },
  areas: {
    money:
      (id) =>
      ({ area }) =>
        area === id,
  },
  regions: { money: liesIn, moneyAcross: liesAcross },
});

const nounOf: Record<string, string> = {
  actions: "Action",
  actionPlans: "ActionPlan",
  programmes: "Programme",
  organisations: "Organisation",
  areas: "Area",
  regions: "Region",
};

/** The wholes of one noun's things. A thing that the viewer does not see is left out. */
async function wholesOf(viewer: CheckedClient, places: Places, noun: string): Promise<Whole[]> {
  const ids = noun === "actionPlans" ? places.plans : places[noun as "actions"];
  const belongs = fields(places)[noun] ?? {};
  const asked = Object.keys(belongs)
    .map((name) => `${name} { ...Totals }`)
    .join(" ");
  const { nodes } = await viewer.data<{
    nodes: ((Record<string, Totals> & { id: string }) | null)[];
  }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${nounOf[noun]} { ${asked} } } } ${totals}`,
    { ids } as never,
  );
  return nodes.flatMap((found) =>
    found === null
      ? []
      : Object.entries(belongs).map(([name, holds]) => ({
          name: `${noun} ${found.id} ${name}`,
          given: found[name] ?? null,
          holds: holds(found.id),
        })),
  );
}

type ByRegion = { region: { id: string }; money: Totals }[];

/** The whole of all, its parts, and the regions of each level in one pass. */
async function roots(viewer: CheckedClient): Promise<Whole[]> {
  const asked = Object.keys(levels).map(
    (level) => `${level}: moneyByRegion(level: ${level}) { region { id } money { ...Totals } }`,
  );
  const found = await viewer.data<Record<string, Totals> & Record<keyof typeof levels, ByRegion>>(
    `{ all: money { ...Totals } across: money(part: ACROSS_PROVINCES) { ...Totals }
      without: money(part: WITHOUT_AREA) { ...Totals } ${asked.join(" ")} } ${totals}`,
  );
  const whole = (name: "all" | "across" | "without", holds: Whole["holds"]): Whole => {
    return { name, given: found[name] ?? null, holds };
  };
  const regions = Object.entries(levels).flatMap(([level, length]) =>
    found[level as keyof typeof levels].map(({ region, money }) => ({
      name: `${level} ${region.id}`,
      given: money,
      holds: (one: Counted) => placeAt(length, one.codes) === region.id,
    })),
  );
  return [
    whole("all", () => true),
    whole("across", (one) => one.codes !== null && placeAt(2, one.codes) === undefined),
    whole("without", ({ codes }) => codes === null),
    ...regions,
  ];
}

/** Every whole as a viewer is given it. */
export async function wholesFor(viewer: CheckedClient, places: Places): Promise<Whole[]> {
  const all: Whole[] = await roots(viewer);
  for (const noun of Object.keys(nounOf)) all.push(...(await wholesOf(viewer, places, noun)));
  return all;
}
