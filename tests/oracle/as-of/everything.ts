import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { type Answer, schema } from "../../testkit/hub/index.js";
import { SeededRandom } from "../../testkit/random/seeded-random.js";
import { testSeed } from "../../testkit/random/test-seed.js";
import { isGroups } from "../../testkit/random-documents/groups.js";
import type { Pools } from "../../testkit/random-documents/pools.js";
import { Probes } from "../hidden/probes.js";

// Everything that the graph can be asked of its lists, each thing once, in as few documents as can be.

type Field = GraphQLField<unknown, unknown>;
type Ask = (question: string) => Promise<Answer<unknown>>;

/** The parts of a question that are asked at once. */
const together = 12;
/** How many are drawn beside the measures, about. */
const fewOf = 48;

const takesNothing = ({ args }: Field): boolean =>
  args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);

/** All leaves of a type of measures; of nouns the type alone. */
function allOf(type: GraphQLObjectType): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return takesNothing(field) ? [field.name] : [];
    if (!isObjectType(inner)) return [];
    const isNoun = "id" in inner.getFields() || "code" in inner.getFields();
    return [`${field.name} { ${isNoun ? "__typename" : allOf(inner)} }`];
  });
  return parts.join(" ");
}

/** The dimensions of groups, each with the key's field that shows it. */
function dimensionsOf(groups: Field): { name: string; key: string }[] {
  const by = getNamedType(groups.args.find(({ name }) => name === "by")?.type);
  if (!isEnumType(by)) return [];
  const group = getNamedType(
    (getNamedType(groups.type) as GraphQLObjectType).getFields().nodes?.type,
  );
  const key = getNamedType((group as GraphQLObjectType).getFields().key?.type) as GraphQLObjectType;
  return (by as GraphQLEnumType).getValues().map(({ name }) => {
    const field = name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const isLeaf = isLeafType(getNamedType(key.getFields()[field]?.type));
    return { name, key: isLeaf ? field : `${field} { __typename }` };
  });
}

/** The groups of each list: by each dimension, and with all measures. */
function groupQuestions(): { by: string[]; measured: string[] }[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((list) => {
    const connection = getNamedType(list.type);
    const groups = isObjectType(connection) ? connection.getFields().groups : undefined;
    if (!groups || !isGroups(groups)) return [];
    const measures = (getNamedType(groups.type) as GraphQLObjectType).getFields().total;
    const all = allOf(getNamedType(measures?.type) as GraphQLObjectType);
    const dimensions = dimensionsOf(groups);
    const [first] = dimensions;
    const by = dimensions.map(
      ({ name, key }) =>
        `${list.name} { groups(by: [${name}], first: 3) { nodes { key { ${key} } measures { count } } } }`,
    );
    const measured = [
      `${list.name} { groups { total { ${all} } } }`,
      `${list.name} { groups(by: [${first?.name}], first: 3) { totalCount nodes { measures { ${all} } } } }`,
    ];
    return [{ by, measured }];
  });
}

/** Asks for everything, or all measures and a drawn part of the rest, and gives the names of the fields that are refused. Throws any other error. */
export async function unreadAsOf(pools: Pools, isWhole: boolean, ask: Ask): Promise<string[]> {
  const chance = new SeededRandom(testSeed);
  const probes = new Probes(chance, pools);
  const groups = groupQuestions();
  const rest = [
    ...probes.parts(1).filter((one) => !/ result\(/.test(one)),
    ...probes.orders(),
    ...probes.filters(0),
    ...groups.flatMap(({ by }) => by),
  ];
  const drawn = rest.filter(() => isWhole || chance.chance(fewOf / rest.length));
  const questions = [...groups.flatMap(({ measured }) => measured), ...drawn];
  const unread = new Set<string>();
  for (let at = 0; at < questions.length; at += together) {
    for (const name of await refusedOf(questions.slice(at, at + together), ask)) unread.add(name);
  }
  return [...unread].sort();
}

/** The fields that are refused of some questions: asked together, and apart where one is refused. */
async function refusedOf(questions: readonly string[], ask: Ask): Promise<string[]> {
  const document = `{ ${questions.map((one, at) => `a${at}: ${one}`).join(" ")} }`;
  const [error] = (await ask(document)).errors ?? [];
  if (!error) return [];
  const [field] = /\w+\.\w+(?=: cannot be read as of)/.exec(error.message) ?? [];
  if (questions.length === 1) {
    if (field) return [field];
    throw new Error(`${document}: ${error.message}`);
  }
  const middle = Math.ceil(questions.length / 2);
  const first = await refusedOf(questions.slice(0, middle), ask);
  return [...first, ...(await refusedOf(questions.slice(middle), ask))];
}
