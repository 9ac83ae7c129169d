import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import type { ViewDataset } from "../enums.js";

/** The groups of a list: its dimensions, and the types of a group's key and of its measures. */
export interface GroupsSchema {
  dimensions: GraphQLEnumType;
  key: GraphQLObjectType;
  measures: GraphQLObjectType;
  /** The members of its order; undefined where groups are not ordered. */
  orders: GraphQLEnumType | undefined;
}

/** The types of a dataset in the schema. */
export interface DatasetSchema {
  /** The root list's name, as `actionPlans`. */
  list: string;
  /** The type of its rows. */
  row: GraphQLObjectType;
  where: GraphQLInputType;
  orders: GraphQLEnumType | undefined;
  groups: GroupsSchema | undefined;
}

/** A name in camel case: `ACTION_PLANS` is `actionPlans`, as enumerations and fields correspond. */
export const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

type Field = GraphQLField<unknown, unknown>;

const objectOf = (field: Field | undefined): GraphQLObjectType | undefined => {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type : undefined;
};

const argumentOf = (field: Field | undefined, name: string): GraphQLArgument | undefined =>
  field?.args.find((argument) => argument.name === name);

const enumOf = (argument: GraphQLArgument | undefined): GraphQLEnumType | undefined => {
  const type = argument && getNamedType(argument.type);
  return isEnumType(type) ? type : undefined;
};

/** The enumeration of an order's fields, from the argument `orderBy`. */
function ordersOf(field: Field | undefined): GraphQLEnumType | undefined {
  const argument = argumentOf(field, "orderBy");
  const order = argument && getNamedType(argument.type);
  const member = isInputObjectType(order) ? order.getFields().field : undefined;
  const type = member && getNamedType(member.type);
  return isEnumType(type) ? type : undefined;
}

function groupsOf(connection: GraphQLObjectType): GroupsSchema | undefined {
  const field = connection.getFields().groups;
  const group = objectOf(objectOf(field)?.getFields().nodes);
  const key = objectOf(group?.getFields().key);
  const measures = objectOf(group?.getFields().measures);
  const dimensions = enumOf(argumentOf(field, "by"));
  if (!key || !measures || !dimensions) return undefined;
  return { dimensions, key, measures, orders: ordersOf(field) };
}

/** The types of a dataset; undefined where the schema has no such list. */
export function datasetSchema(
  schema: GraphQLSchema,
  dataset: ViewDataset,
): DatasetSchema | undefined {
  const list = camel(dataset);
  const field = schema.getQueryType()?.getFields()[list] as Field | undefined;
  const connection = objectOf(field);
  const row = objectOf(connection?.getFields().nodes as Field | undefined);
  const where = argumentOf(field, "where");
  if (!connection || !row || !where) return undefined;
  return { list, row, where: where.type, orders: ordersOf(field), groups: groupsOf(connection) };
}
