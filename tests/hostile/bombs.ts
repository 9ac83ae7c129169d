import type { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";

/** A document with what is sent beside it. */
export interface HostileDocument {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(" ");

/** A value of `levels` objects, one in the other. */
function nested(levels: number, key: string, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = { [key]: value };
  return value;
}

/** Documents that are small to write and large to answer, validate, plan or refuse; each by its size. */
export const bombs: Record<string, (size: number, chance: FastCheckRandom) => HostileDocument> = {
  "fragments that spread the next one twice": (size) => ({
    query: `{ ...F0 } ${times(size, (at) => `fragment F${at} on Query { ...F${at + 1} a: __typename ...F${at + 1} }`)} fragment F${size} on Query { __typename }`,
  }),
  "fragments that spread themselves": (size) => ({
    query: `{ ...F0 } ${times(size, (at) => `fragment F${at} on Query { ${times(3, (n) => `...F${(at + n) % size}`)} }`)}`,
  }),
  "fields that overlap": (size) => ({
    query: `{ ${times(size, () => "actionPlans { nodes { id lead { id } } }")} }`,
  }),
  "fields that differ under one name": (size) => ({
    query: `{ actionPlans { nodes { ${times(size, (at) => `x: ${at % 2 ? "id" : "title"}`)} } } }`,
  }),
  "unused variables and a long name": (size) => ({
    query: `query ${"N".repeat(size * 40)}(${times(size, (at) => `$v${at}: Int`)}) { __typename }`,
  }),
  "unknown fields": (size) => ({ query: `{ ${times(size, (at) => `nothing${at}`)} }` }),
  "names that are nearly right": (size) => ({
    query: `{ actionPlans { nodes { ${times(size, (at) => `titel${"e".repeat(at % 50)}`)} } } }`,
  }),
  "an unknown argument's long name": (size) => ({
    query: `{ regions(${"a".repeat(size * 30)}: 1) { totalCount } }`,
  }),
  directives: (size) => ({ query: `{ __typename ${times(size, () => "@skip(if: false)")} }` }),
  braces: (size) => ({ query: "{".repeat(size * 30) }),
  "brackets in a value": (size) => ({
    query: `{ regions(where: ${"[".repeat(size * 10)} ) { totalCount } }`,
  }),
  operations: (size) => ({
    query: times(size, (at) => `query Q${at} { __typename }`),
    operationName: `Q${size - 1}`,
  }),
  "a long text": (size) => ({
    query: `{ organisations(where: {name: {contains: "${"a%_".repeat(size * 20)}"}}) { totalCount } }`,
  }),
  "a list of ids": (size) => ({
    query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    variables: { ids: Array.from({ length: size * 20 }, () => "36.02") },
  }),
  "a wide `in`": (size) => ({
    query: "query ($in: [ID!]) { regions(where: {code: {in: $in}}) { totalCount } }",
    variables: { in: Array.from({ length: size * 30 }, (_, at) => `36.${at}`) },
  }),
  negations: (size) => ({
    query: "query ($where: RegionFilter) { regions(where: $where, first: 1) { totalCount } }",
    variables: {
      where: {
        and: Array.from({ length: size }, () => ({
          not: nested(3, "parent", { name: { contains: "xK" } }),
        })),
      },
    },
  }),
  "relations without end": (size) => ({
    query: "query ($where: RegionFilter) { regions(where: $where) { totalCount } }",
    variables: { where: nested(size, "parent", { name: { contains: "a" } }) },
  }),
  "`or` in `or`": (size) => ({
    query: "query ($where: ActionPlanFilter) { actionPlans(where: $where) { totalCount } }",
    variables: { where: nested(size, "not", { or: [{ title: { contains: "a" } }, {}] }) },
  }),
  "aliases of one list": (size) => ({
    query: `{ ${times(size, (at) => `a${at}: changes(first: 200) { nodes { id fields { name before after } } }`)} }`,
  }),
  "pages of pages": (size, chance) => ({
    query: `{ actionPlans(first: ${chance.from(1, 200)}) { nodes { ${"lead { plans: ledPlans(first: 200) { nodes { ".repeat(size % 12)} id ${"} } } ".repeat(size % 12)} } } }`,
  }),
  "long texts by aliases": (size) => ({
    query: `{ deliberations { nodes { ${times(size, (at) => `m${at}: minutes { document }`)} } } }`,
  }),
  "the schema of itself": (size) => ({
    query: `{ __schema { types { ${"fields { type { ofType { ".repeat(size % 8)} name ${"} } } ".repeat(size % 8)} } } }`,
  }),
  "block strings": (size) => ({
    query: `{ organisations(where: {name: {eq: """${"\n  ".repeat(size * 50)}"""}}) { totalCount } }`,
  }),
  "comments and commas": (size) => ({ query: `${"#\n,".repeat(size * 100)}{ __typename }` }),
};

/** One of them, most often of a size near the limits. */
export function bomb(chance: FastCheckRandom): HostileDocument {
  const make = chance.pick(Object.values(bombs));
  const size = chance.weighted([5, 3], [5, 12], [5, 59], [4, 200], [2, 900], [1, 4000]);
  return make(chance.from(1, size), chance);
}
