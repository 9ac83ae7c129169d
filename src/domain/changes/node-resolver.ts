import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { badField } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import {
  Node,
  type Reader,
  type ReadingContext,
  type Row,
  readNode,
  sql,
} from "../../reading/index.js";
import { isRegionCode, Region } from "../regions/index.js";

/** The most ids that `nodes` takes. */
const mostIds = 200;

/** What an id is: the ledger knows of every UUID, and a code is a region's. */
async function entityOf(reader: Reader, id: string): Promise<string | undefined> {
  if (isRegionCode(id)) return Region.name;
  const first = sql`select entity from change where entity_id = ${id} order by position limit 1`;
  const rows = await reader.reading.session.rows<{ entity: string }>(first);
  return rows[0]?.entity;
}

async function find(
  reader: Reader,
  id: string,
  path: string,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  if (!isId(id) && !isRegionCode(id)) {
    throw badField(
      path,
      "must be a UUID or a region's code",
      "harus berupa UUID atau kode wilayah",
    );
  }
  const known = id.toLowerCase();
  const entity = await entityOf(reader, known);
  return entity ? readNode(reader, entity, known, info) : null;
}

/** Relay's root fields: anything by its id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Anything by its id; null when it is absent or hidden (Relay).",
  })
  async node(
    @Arg("id", () => ID, { description: "A UUID, or a region's code." }) id: string,
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return find(await context.reader(), id, "id", info);
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "Several things by their ids, in their order; null for each that is absent or hidden (Relay).",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: "UUIDs and regions' codes, at most 200." })
    ids: string[],
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(Row | null)[]> {
    if (ids.length > mostIds) {
      throw badField("ids", `must be at most ${mostIds}`, `paling banyak ${mostIds}`);
    }
    const reader = await context.reader();
    return Promise.all(ids.map((id, at) => find(reader, id, `ids.${at}`, info)));
  }
}
