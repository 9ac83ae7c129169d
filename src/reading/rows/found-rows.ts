import type { GraphQLResolveInfo } from "graphql";
import type { Arguments } from "../model/arguments.js";
import type { Finder } from "../model/found.js";
import type { Row } from "../model/row.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Statement } from "../sql/statement.js";
import type { Reader } from "./reader.js";
import { requested } from "./selection.js";

/** A row that was found, with its other members; `$entity` and `$id` lead to its noun's row. */
export interface FoundRow extends Row {
  $entity: string;
  $id: string;
  $cursor: string;
}

const membersOf = (parts: Readonly<Record<string, Sql>>, names: Iterable<string>): Sql => {
  const pairs = [...names].flatMap((name) => {
    const part = parts[name];
    return part ? [sql`${sql.lit(name)}, ${part}`] : [];
  });
  return sql`jsonb_build_object(${sql.join(pairs)})`;
};

/** A page of rows of several nouns as its connection: one statement, which reads only what is selected. */
export async function readFound(
  reader: Reader,
  finder: Finder,
  args: Arguments,
  info: GraphQLResolveInfo,
) {
  const { session, scope } = reader.reading;
  const statement = new Statement();
  const page = finder.find({ statement, scope, args, value: (read) => sql`${read(args)}` });
  const items = new Set([...requested(info, "nodes"), ...requested(info, "edges", "node")]);
  const own = {
    ...page.item,
    $entity: page.node.entity,
    $id: page.node.id,
    $cursor: page.cursor,
  };
  const row = membersOf(own, ["$entity", "$id", "$cursor", ...items]);
  const found = sql<{ rows: FoundRow[]; whole: object }>`with ${page.tables}
    select coalesce(jsonb_agg(${row}), '[]') as rows, ${membersOf(page.whole, requested(info))} as whole
    from (${page.rows}) as ${page.row.name}`;
  const [{ rows = [], whole = {} } = {}] = await session.rows<{ rows: FoundRow[]; whole: object }>(
    found,
  );
  const nodes = rows.slice(0, page.limit);
  return {
    ...whole,
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.$cursor })),
    pageInfo: {
      hasNextPage: rows.length > page.limit,
      hasPreviousPage: page.hasPrevious,
      startCursor: nodes[0]?.$cursor ?? null,
      endCursor: nodes.at(-1)?.$cursor ?? null,
    },
  };
}
