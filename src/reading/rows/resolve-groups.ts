import { type FieldNode, type GraphQLResolveInfo, getArgumentValues, isObjectType } from "graphql";
import type { GroupArgs } from "../groups/group-arguments.js";
import { GroupRequest } from "../groups/group-query.js";
import type { ConnectionRequest } from "./connection.js";
import type { SelectedMeasures } from "./groups.js";
import type { Reader } from "./reader.js";
import { requested, selectedNodes } from "./selection.js";

/** The dimensions of which a document counts the values, in the measures below these paths. */
function distinctOf(info: GraphQLResolveInfo, type: string, paths: readonly string[][]): string[] {
  const measures = info.schema.getType(type);
  const field = isObjectType(measures) ? measures.getFields().countDistinct : undefined;
  if (!field) return [];
  const nodes = paths.flatMap((path) => selectedNodes(info, [...path, field.name]));
  const of = (node: FieldNode) => String(getArgumentValues(field, node, info.variableValues).of);
  return [...new Set(nodes.map(of))].sort();
}

/** The measures that are selected at any of these paths, with their members. */
function measuresAt(
  info: GraphQLResolveInfo,
  noun: string,
  paths: readonly string[][],
): SelectedMeasures {
  const names: Record<string, string[]> = {};
  for (const path of paths) {
    for (const name of requested(info, ...path)) {
      if (name === "__typename" || name === "countDistinct") continue;
      const below = [...requested(info, ...path, name)].filter((one) => one !== "__typename");
      names[name] = [...new Set([...(names[name] ?? []), ...below])].sort();
    }
  }
  return { names, distinct: distinctOf(info, `${noun}Measures`, paths) };
}

/** The groups of a connection: the page is read where it is selected, the total and the count in one more. */
export async function resolveGroups(
  reader: Reader,
  parent: string | null,
  path: string,
  request: ConnectionRequest,
  args: GroupArgs,
  info: GraphQLResolveInfo,
) {
  const { noun } = request;
  const groups = new GroupRequest(noun, args);
  const selected = requested(info);
  const measures = (paths: string[][]) => measuresAt(info, noun.name, paths);
  const wantsPage = ["nodes", "edges", "pageInfo"].some((name) => selected.has(name));
  const ofPage = measures([
    ["nodes", "measures"],
    ["edges", "node", "measures"],
  ]);
  const page = wantsPage
    ? await reader.groups(parent, path, { request, groups, measures: ofPage })
    : undefined;
  const nodes = page?.groups ?? [];
  const cursors = page?.cursors ?? [];
  const totals = () =>
    reader.groupTotals(parent, path, { request, groups, measures: measures([["total"]]) });
  return {
    nodes,
    edges: nodes.map((node, at) => ({ node, cursor: cursors[at] })),
    pageInfo: {
      hasNextPage: page?.hasNextPage,
      hasPreviousPage: groups.paging.after !== undefined,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: async () => (await totals()).count,
    total: async () => (await totals()).total,
  };
}

/** The value of a connection's groups as their fields are resolved from it. */
export type GroupsSource = Awaited<ReturnType<typeof resolveGroups>>;
