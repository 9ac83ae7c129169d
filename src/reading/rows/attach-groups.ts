import type { GraphQLFieldResolver, GraphQLSchema } from "graphql";
import { dimensionsOf } from "../groups/dimensions.js";
import { type NounDefinition, nounOf } from "../model/dictionary.js";
import type { Row } from "../model/row.js";
import { objectType, type ReadingContext } from "./reading-context.js";
import type { GroupsSource } from "./resolve-groups.js";
import { requestedFields } from "./selection.js";

type Resolver = GraphQLFieldResolver<Row, ReadingContext>;

/** The rows of a group's key. */
function attachKeys(schema: GraphQLSchema, noun: NounDefinition): void {
  const key = objectType(schema, `${noun.name}GroupKey`).getFields();
  for (const { name, target } of dimensionsOf(noun).values()) {
    const field = key[name];
    if (!target || !field) continue;
    const resolve: Resolver = async (row, _, context, info) => {
      const id = row[name];
      if (id === null || id === undefined) return null;
      const reader = await context.reader();
      return reader.row(nounOf(target()), String(id), requestedFields(info));
    };
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** Gives the types of a noun's groups their resolvers. Columns need none, as groups carry them by name. */
export function attachGroups(schema: GraphQLSchema, noun: NounDefinition): void {
  attachKeys(schema, noun);
  const { countDistinct } = objectType(schema, `${noun.name}Measures`).getFields();
  if (countDistinct) {
    countDistinct.resolve = ({ distinct }: { distinct: Record<string, number> }, { of }) =>
      distinct[String(of)];
  }
  const { total, totalCount } = objectType(schema, `${noun.name}Groups`).getFields();
  if (total) total.resolve = (groups: GroupsSource) => groups.total();
  if (totalCount) totalCount.resolve = (groups: GroupsSource) => groups.totalCount();
}
