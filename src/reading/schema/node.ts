import { Field, ID, InterfaceType } from "type-graphql";

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
