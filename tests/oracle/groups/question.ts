import type { GraphqlClient } from "../../testkit/hub/index.js";
import type { SeededRandom } from "../../testkit/random/seeded-random.js";
import { allPages, listed } from "../../testkit/reading/listed.js";
import type { SlowDimension } from "./slow/dimensions.js";
import type { Asked, Group } from "./slow/groups.js";
import { isPlain, nouns, type SlowNoun } from "./slow/nouns.js";
import type { Json, Row } from "./slow/values.js";

/** A random question about a noun's list: its filter, dimensions and measures. */
export interface Question {
  noun: string;
  where: Record<string, Json>;
  asked: Asked;
}

const enumName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const rowOf = ({ dimensions, measures }: SlowNoun): string =>
  [
    "id",
    ...dimensions.map(({ row }) => row),
    ...Object.values(measures).map(({ row }) => row ?? ""),
  ].join(" ");

/** The rows of a noun's list that a viewer sees, with all that dimensions and measures read. */
export const rowsOf = (viewer: GraphqlClient, noun: string, where: object): Promise<Row[]> => {
  const slow = nouns[noun] as SlowNoun;
  return listed<Row>(viewer, slow.list, rowOf(slow), { where, filter: slow.filter });
};

/** Different ones of several, as many as are drawn up to a number. */
function some<T>(draw: SeededRandom, among: readonly T[], least: number, most: number): T[] {
  const left = [...among];
  const count = Math.min(left.length, least + draw.below(most - least + 1));
  return Array.from({ length: count }, () => left.splice(draw.below(left.length), 1)[0] as T);
}

/** A filter on one value that a row has, or on others than that. */
function filterOf(
  draw: SeededRandom,
  { dimensions }: SlowNoun,
  rows: readonly Row[],
): Record<string, Json> {
  const plain = dimensions.filter(isPlain);
  if (plain.length === 0 || rows.length === 0 || draw.chance(0.6)) return {};
  const { name } = draw.pick(plain);
  const value = draw.pick(rows)[name] ?? null;
  if (value === null) return { [name]: { isNull: false } };
  return {
    [name]: draw.chance(0.7) || typeof value === "boolean" ? { eq: value } : { not: value },
  };
}

/** Draws a question; `rows` are those that some viewer sees, whose values filters take. */
export function drawQuestion(draw: SeededRandom, noun: string, rows: readonly Row[]): Question {
  const slow = nouns[noun] as SlowNoun;
  return {
    noun,
    where: filterOf(draw, slow, rows),
    asked: {
      by: some(draw, slow.dimensions, 0, 3),
      measures: some(draw, Object.values(slow.measures), 1, 4),
      distinct: draw.pick(slow.dimensions),
    },
  };
}

/** A question as a document that asks for a page of groups and for the total. */
export function documentOf({ noun, asked: { by, measures, distinct } }: Question): string {
  const { list, filter } = nouns[noun] as SlowNoun;
  const measured = `count countDistinct(of: ${enumName(distinct.name)}) ${measures.map(({ select }) => select).join(" ")}`;
  const key = ["__typename", ...by.map((dimension) => dimension.key)].join(" ");
  const names = by.map(({ name }: SlowDimension) => enumName(name)).join(", ");
  return `query ($where: ${filter}, $after: String) { ${list}(where: $where) {
    groups(by: [${names}], first: 100, after: $after) {
      nodes { key { ${key} } measures { ${measured} } }
      pageInfo { hasNextPage endCursor } totalCount total { ${measured} } } } }`;
}

/** The answer to a question: all groups by their keys, and the total. */
export interface Answer {
  groups: Map<string, Json>;
  total: Json;
  totalCount: number;
}

/** Asks a question, page by page. */
export async function answerTo(viewer: GraphqlClient, question: Question): Promise<Answer> {
  const document = documentOf(question);
  const { list } = nouns[question.noun] as SlowNoun;
  let [total, totalCount]: [Json, number] = [null, 0];
  const found = await allPages<Group>(async (after) => {
    const variables = { where: question.where, after } as never;
    const data = await viewer.data<Record<string, { groups: Page }>>(document, variables);
    const { groups } = data[list] as { groups: Page };
    [total, totalCount] = [groups.total, groups.totalCount];
    return groups;
  });
  const keyed = found.map(({ key, measures }): [string, Json] => [
    JSON.stringify(question.asked.by.map(({ name }) => key[name] ?? null)),
    measures,
  ]);
  return { groups: new Map(keyed), total, totalCount };
}

interface Page {
  nodes: Group[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  total: Json;
  totalCount: number;
}
