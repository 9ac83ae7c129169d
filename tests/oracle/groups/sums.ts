import type { GraphqlClient } from "../../testkit/hub/index.js";

// Sums of money over groups beside the fields that give the same sums in other ways.

const flat =
  "given { pledged committed delivered total } reached { pledged committed delivered total } paid";
const figures = `${flat} onCancelled { ${flat} }`;

interface Figures {
  given: { total: string };
  reached: { total: string };
  paid: string;
  onCancelled: { given: { total: string } };
}

interface Groups {
  groups: {
    nodes: { key: { by: { id: string } | string | null }; measures: { money: Figures } }[];
    total: { money: Figures };
  };
}

/** The lists whose money is all money, with a dimension of each. */
const lists = {
  contributions: "organisationSector",
  actions: "province",
  actionPlans: "province",
  programmes: "owner",
  organisations: "sector",
} as const;

interface Answer extends Record<keyof typeof lists, Groups> {
  money: Figures & { bySector: (Figures & { sector: string })[] };
  moneyByRegion: { region: { id: string }; money: Figures }[];
}

const groupsOf = ([list, by]: [string, string]): string => {
  const isRow = by === "province" || by === "owner";
  const name = by.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return `${list} { groups(by: [${name}], first: 200) {
    nodes { key { by: ${by}${isRow ? " { id }" : ""} } measures { money { ${figures} } } }
    total { money { ${figures} } } } }`;
};

const document = `{ money { ${figures} bySector { sector ${figures} } }
  moneyByRegion(level: PROVINCE) { region { id } money { ${figures} } }
  ${Object.entries(lists).map(groupsOf).join("\n")} }`;

const added = (all: readonly Figures[], read: (one: Figures) => string): bigint =>
  all.reduce((sum, one) => sum + BigInt(read(one)), 0n);

const reads: readonly ((one: Figures) => string)[] = [
  ({ given }) => given.total,
  ({ reached }) => reached.total,
  ({ paid }) => paid,
  ({ onCancelled }) => onCancelled.given.total,
];

const isNothing = (one: Figures): boolean => reads.every((read) => read(one) === "0");

/** The money by the keys of groups, as text to compare; groups without any are left out. */
const byKey = (entries: readonly (readonly [string, Figures])[]): string[] =>
  entries
    .filter(([, money]) => !isNothing(money))
    .map(([key, money]) => `${key} ${JSON.stringify(money)}`)
    .sort();

const keyed = ({ groups: { nodes } }: Groups): [string, Figures][] =>
  nodes.flatMap(({ key: { by }, measures: { money } }) =>
    by === null ? [] : [[typeof by === "string" ? by : by.id, money]],
  );

/** What sums over groups and other fields that a viewer reads say differently. */
export async function faultsOfSums(viewer: GraphqlClient): Promise<string[]> {
  const answer = await viewer.data<Answer>(document);
  const { bySector, ...all } = answer.money;
  const same = (name: string, one: unknown, other: unknown) =>
    JSON.stringify(one) === JSON.stringify(other) ? [] : [name];
  const ofLists = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((list) => {
    const { nodes, total } = answer[list].groups;
    const parts = nodes.map(({ measures }) => measures.money);
    const adds = reads.every((read) => added(parts, read) === BigInt(read(total.money)));
    return [...same(`${list} in all`, total.money, all), ...(adds ? [] : [`${list} by group`])];
  });
  const sectors = bySector.map(({ sector, ...money }): [string, Figures] => [sector, money]);
  const provinces = answer.moneyByRegion.map(({ region, money }): [string, Figures] => [
    region.id,
    money,
  ]);
  return [
    ...ofLists,
    ...same("contributions by sector", byKey(keyed(answer.contributions)), byKey(sectors)),
    ...same("organisations by sector", byKey(keyed(answer.organisations)), byKey(sectors)),
    ...same("actions by province", byKey(keyed(answer.actions)), byKey(provinces)),
    ...same("plans by province", byKey(keyed(answer.actionPlans)), byKey(provinces)),
  ];
}
