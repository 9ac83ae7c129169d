import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { badField } from "../../platform/errors.js";
import { isId } from "../../platform/ids.js";
import {
  anyOfIds,
  type EntityOf,
  isAmong,
  knownLines,
  Node,
  PlannedRoot,
  type Reader,
  type ReadingContext,
  type Row,
  readNode,
  Statement,
  sql,
} from "../../reading/index.js";
import { isRegionCode, Region } from "../regions/index.js";

/** The maximum number of ids in `nodes`. */
const mostIds = 200;

/** The nouns of UUIDs, in one statement: the ledger has the creation of each. */
async function entitiesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const change = new Statement().row(knownLines);
  const id = change.column("entity_id");
  const firsts = sql`
    select distinct on (${id}) ${id} as id, ${change.column("entity")} as entity from ${change.source}
    where ${isAmong(id, ids, "uuid")} order by ${id}, ${change.column("position")}`;
  const rows = await reader.reading.session.rows<{ id: string; entity: string }>(firsts);
  return new Map(rows.map(({ id, entity }) => [id, entity]));
}

function checkedId(id: string, path: string): string {
  if (isId(id) || isRegionCode(id)) return id.toLowerCase();
  throw badField(path, "must be a UUID or a region's code", "harus berupa UUID atau kode wilayah");
}

function checkedIds({ ids }: { ids?: string[] }): string[] {
  const given = ids ?? [];
  if (given.length > mostIds) {
    throw badField("ids", `must be at most ${mostIds}`, `paling banyak ${mostIds}`);
  }
  return given.map((id, at) => checkedId(id, `ids.${at}`));
}

async function find(
  reader: Reader,
  ids: readonly string[],
  info: GraphQLResolveInfo,
): Promise<(Row | null)[]> {
  const entities = await entitiesOf(reader, ids.filter(isId));
  const found = ids.map((id) => {
    const entity = isRegionCode(id) ? Region.name : entities.get(id);
    return entity ? readNode(reader, entity, id, info) : null;
  });
  return Promise.all(found);
}

/** The noun of an id, in a planned statement. Unlike a UUID, a region's code has no hyphen. */
const entityOf: EntityOf = (id, statement) => {
  const change = statement.row(knownLines);
  return sql`case when strpos(${id}, '-') = 0 then ${sql.lit(Region.name)}
    else (select ${change.column("entity")} from ${change.source}
      where ${change.column("entity_id")} = ${id}::uuid order by ${change.column("position")} limit 1) end`;
};

/** Relay's root fields: any object by its id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Any object by its id; null when it is absent or hidden (Relay).",
  })
  @PlannedRoot(anyOfIds(({ id }) => [checkedId(id as string, "id")], entityOf, false))
  async node(
    @Arg("id", () => ID, { description: "A UUID, or a region's code." }) id: string,
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    const [found] = await find(await context.reader(), [checkedId(id, "id")], info);
    return found ?? null;
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "Several objects by their ids, in the same order; null for each that is absent or hidden (Relay).",
  })
  @PlannedRoot(anyOfIds(checkedIds, entityOf, true))
  async nodes(
    @Arg("ids", () => [ID], { description: "UUIDs and regions' codes, at most 200." })
    ids: string[],
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(Row | null)[]> {
    return find(await context.reader(), checkedIds({ ids }), info);
  }
}
