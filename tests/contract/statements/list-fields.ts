import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { schema } from "../../testkit/hub/index.js";

// The fields of the schema that read rows of another noun, each with a way to it from a root list.

export type Field = GraphQLField<unknown, unknown>;

export const query = schema.getQueryType();
export const isConnection = (field: Field): boolean =>
  field.args.some(({ name }) => name === "first");
const typeBehind = (field: Field): GraphQLObjectType | undefined => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const nodes = isConnection(field) ? type.getFields().nodes : undefined;
  const behind = nodes ? getNamedType(nodes.type) : type;
  return isObjectType(behind) ? behind : undefined;
};

/** The root lists; a search is none, as it asks for a text and cannot be narrowed to given rows. */
const roots = Object.values(query?.getFields() ?? {}).filter(
  (field) => isConnection(field) && field.name !== "search",
);

/** Fields that read rows of another noun: connections, lists and edges. */
export function edgesOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter((field) => {
    const behind = getNamedType(field.type);
    if (isInterfaceType(behind)) return true;
    const noun = typeBehind(field);
    return noun?.getInterfaces().some(({ name }) => name === "Node") || noun?.name === "Change";
  });
}

/** How deep a walk goes: the cheapest way to each type is tried, and each of its fields from there. */
interface Way {
  root: string;
  path: Field[];
}

/** For each type that a root list reaches, the shortest way there. */
function waysFrom(root: Field): Map<GraphQLObjectType, Way> {
  const first = typeBehind(root);
  const ways = new Map<GraphQLObjectType, Way>();
  if (!first) return ways;
  const queue: [GraphQLObjectType, Way][] = [[first, { root: root.name, path: [] }]];
  for (const [type, way] of queue) {
    if (ways.has(type)) continue;
    ways.set(type, way);
    if (way.path.length === 2) continue;
    for (const field of edgesOf(type)) {
      const behind = typeBehind(field);
      if (behind) queue.push([behind, { ...way, path: [...way.path, field] }]);
    }
  }
  return ways;
}

export const asked = (
  field: Field,
  inner: string,
  nameOfPage: "nodes" | "edges" = "nodes",
): string => {
  if (!isConnection(field)) return `${field.name} { ${inner} }`;
  const page = nameOfPage === "nodes" ? `nodes { ${inner} }` : `edges { cursor node { ${inner} } }`;
  return `${field.name}(first: 3) { totalCount ${page} pageInfo { hasNextPage } }`;
};

export const leafOf = (field: Field): string => {
  const type = typeBehind(field);
  return type && !type.getFields().id ? "position" : "id";
};

export interface Case {
  /** The type and the field that is tried. */
  name: string;
  root: Field;
  trail: Field[];
}

/** Each field that reads rows, by the shortest of all ways to it. */
function casesOf(): Case[] {
  const shortest = new Map<string, Case>();
  for (const root of roots) {
    for (const [type, way] of waysFrom(root)) {
      for (const field of edgesOf(type)) {
        const name = `${type.name}.${field.name}`;
        const trail = [...way.path, field];
        const known = shortest.get(name);
        if (!known || known.trail.length > trail.length) shortest.set(name, { name, root, trail });
      }
    }
  }
  return [...shortest.values()];
}

export const cases = casesOf();

/** The first dimension by which a connection can be grouped; undefined for one without groups. */
function dimensionOf(field: Field): string | undefined {
  const connection = getNamedType(field.type);
  if (!isConnection(field) || !isObjectType(connection)) return undefined;
  const by = connection.getFields().groups?.args.find(({ name }) => name === "by");
  const dimensions = by && getNamedType(by.type);
  return isEnumType(dimensions) ? dimensions.getValues()[0]?.name : undefined;
}

/** For each noun whose rows can be grouped, one list of them, with a selection of its groups. */
export const groupedCases = [
  ...new Map(
    cases.flatMap((one) => {
      const field = one.trail.at(-1);
      const dimension = field && dimensionOf(field);
      if (!dimension) return [];
      const groups = `groups(by: [${dimension}], first: 3) { nodes { measures { count } } total { count } }`;
      return [[typeBehind(field), { ...one, selection: `${field.name} { ${groups} }` }] as const];
    }),
  ).values(),
];
