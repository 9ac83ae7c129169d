import type { GraphQLResolveInfo } from "graphql";
import { Field, ID, InterfaceType } from "type-graphql";
import { nounNamed } from "../model/dictionary.js";
import type { Reader } from "../rows/reader.js";
import { requestedFields } from "../rows/selection.js";
import type { Row } from "../rows/session.js";

/** Anything that has an id of its own (Relay's Node). */
@InterfaceType("Node", {
  description:
    "Anything with an id of its own (Relay). Ids are UUIDs; a region's id is its code. `node(id:)` finds any of them.",
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "The id, unique in the whole hub." })
  id!: string;
}

/** The row that `[entity, id]` names, with its type's name for the interface; hidden is null. */
export async function readNode(
  reader: Reader,
  entity: string,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const noun = nounNamed(entity);
  if (!noun || !info.schema.getType(entity)) return null;
  const row = await reader.byId(noun, id, requestedFields(info));
  return row && { ...row, __typename: entity };
}
