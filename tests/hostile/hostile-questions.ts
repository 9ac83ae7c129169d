import type { GraphQLObjectType } from "graphql";
import { getNamedType, isLeafType, isObjectType } from "graphql";
import { schema } from "../testkit/hub/index.js";
import { newId } from "../testkit/world/world.js";

// Questions of groups, searches and views that are small to send and large to answer.

/** Every measure of a type, those that need an argument aside. */
function measuresOf(type: GraphQLObjectType): string {
  const parts = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return field.name === "countDistinct" ? "" : field.name;
    return isObjectType(inner) ? `${field.name} { ${measuresOf(inner)} }` : "";
  });
  return parts.join(" ");
}

const all = measuresOf(schema.getType("ActionMeasures") as GraphQLObjectType);
const by = "by: [STATUS, STAGE, LEADER, PROVINCE, STARTS_ON_MONTH], first: 200";
const groups = `groups(${by}) { nodes { measures { ${all} } } total { ${all} } }`;

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(" ");

const repeated = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

/** A document that no plan is known for yet. */
let turn = 0;
const aliased = (count: number, part: string): string => {
  turn += 1;
  return times(count, (at) => `a${turn}x${at}: ${part}`);
};

const search = "query ($text: String!) { search(text: $text) { totalCount nodes { title } } }";
const savedView = "mutation ($input: SaveViewInput!) { saveView(input: $input) { position } }";

const view = (more: object) => ({
  input: {
    ...{ id: newId(), titleText: { english: "View" }, kind: "TABLE", dataset: "ACTIONS" },
    ...{ columns: ["title"], ...more },
  },
});

const titled = { name: "a", type: "TEXT", titleText: { english: "A" } };

/** A document with as many measures of groups as its cost may have; each time one that no plan is known for. */
export const heaviestGroups = (): string =>
  JSON.stringify({ query: `{ actions { ${aliased(12, groups)} } }` });

/** Documents with their variables, by what is hostile in them. */
const questions: Record<string, [query: string, variables?: object]> = {
  "twelve groups with every measure": [JSON.parse(heaviestGroups()).query],
  "fifty groups with every measure": [`{ actions { ${aliased(50, groups)} } }`],
  "fifty lists in groups": [
    `{ ${aliased(50, `actions { groups(${by}) { nodes { measures { count } } } }`)} }`,
  ],
  "a search for operators": [search, { text: `((("|&!:*<->'`.repeat(15) }],
  "a search for 10,000 characters": [search, { text: "kopi ".repeat(2000) }],
  "a search for a megabyte": [search, { text: "a".repeat(1_000_000) }],
  "a view with a filter of a megabyte": [
    savedView,
    view({ where: { title: { contains: "a".repeat(1_000_000) } } }),
  ],
  "a view with a filter as long as it may be": [
    savedView,
    view({ where: { or: repeated(600, { title: { contains: "abc" } }) } }),
  ],
  "a view with 3,900 parameters": [savedView, view({ parameters: repeated(3900, titled) })],
  "a view with 9,000 orders": [savedView, view({ orderBy: repeated(9000, { field: "X" }) })],
  "a view with 19,000 columns": [savedView, view({ columns: repeated(19_000, "title") })],
};

/** Bodies for `/graphql`, by what is hostile in them. */
export const hostileQuestions: Record<string, string> = Object.fromEntries(
  Object.entries(questions).map(([name, [query, variables]]) => [
    name,
    JSON.stringify({ query, variables }),
  ]),
);
