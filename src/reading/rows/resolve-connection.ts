import type { GraphQLResolveInfo } from "graphql";
import type { GroupArgs } from "../groups/group-arguments.js";
import type { ConnectionRequest } from "./connection.js";
import type { Reader } from "./reader.js";
import { resolveGroups } from "./resolve-groups.js";
import { requested } from "./selection.js";

/** A page of a connection. Its total and its cursors, a statement and a column, are read where selected. */
export async function resolveConnection(
  reader: Reader,
  parent: string | null,
  request: Omit<ConnectionRequest, "fields" | "cursors">,
  info: GraphQLResolveInfo,
) {
  const selected = requested(info);
  const path = `${info.parentType.name}.${info.fieldName}`;
  const fields = [
    ...new Set([...requested(info, "nodes"), ...requested(info, "edges", "node")]),
  ].sort();
  const ends = requested(info, "pageInfo");
  const wantsCursors =
    requested(info, "edges").has("cursor") || ends.has("startCursor") || ends.has("endCursor");
  const full = { ...request, fields, cursors: wantsCursors };
  const wantsRows = selected.has("nodes") || selected.has("edges") || selected.has("pageInfo");
  const page = wantsRows ? await reader.page(parent, path, full) : undefined;
  const { nodes = [], cursors = [] } = page ?? {};
  return {
    nodes,
    get edges() {
      return nodes.map((node, at) => ({ node, cursor: cursors[at] }));
    },
    pageInfo: {
      hasNextPage: page?.hasNextPage,
      hasPreviousPage: page?.hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: () => reader.total(parent, path, full),
    groups: (args: GroupArgs, below: GraphQLResolveInfo) =>
      resolveGroups(reader, parent, path, full, args, below),
  };
}

/** The value of a connection as its fields are resolved from it. */
export type ConnectionSource = Awaited<ReturnType<typeof resolveConnection>>;
