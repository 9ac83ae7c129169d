import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { OrderDirection, orderName } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import {
  allNouns,
  columnsOf,
  filteredIdentity,
  type NounDefinition,
  nounNamed,
  nounOf,
} from "../model/dictionary.js";
import type { NounField } from "../model/field.js";
import { inputClass, inputField } from "./filter-inputs.js";
import { addField, asArguments, asObjectType, classNamed } from "./made-classes.js";

/** The types that every noun gets: how it is filtered, ordered, paged. */
interface GeneratedTypes {
  filter: Class;
  order: Class;
  args: Class;
  connection: Class;
}

const generated = new Map<Class, GeneratedTypes>();

function typesOf(target: Class): GeneratedTypes {
  const types = generated.get(target);
  if (!types) throw new Error(`generateTypes() has not made the types of ${target.name}`);
  return types;
}

/** The noun's Relay connection type. */
export const connectionOf = (target: Class): Class => typesOf(target).connection;
/** The noun's arguments for a connection: where, orderBy, first, after, last, before. */
export const argumentsOf = (target: Class): Class => typesOf(target).args;
/** The noun's filter input. */
export const filterOf = (target: Class): Class => typesOf(target).filter;
/** The noun whose filter input has this name in the schema; undefined for any other input. */
export const filteredNoun = (name: string): NounDefinition | undefined =>
  name.endsWith("Filter") ? nounNamed(name.slice(0, -"Filter".length)) : undefined;

/** Shows a page's place in its list. */
@ObjectType({ description: "Where a page lies in its list (Relay)." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are more rows after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether there are rows before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first row, for `before`." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Cursor of the last row, for `after`." })
  endCursor!: string | null;
}

function makeConnection(noun: NounDefinition): Class {
  const edge = classNamed(`${noun.name}Edge`);
  addField(edge, "node", () => noun.target, { description: `The ${noun.name}.` });
  addField(edge, "cursor", () => String, { description: "Its cursor in this order." });
  asObjectType(edge, `A ${noun.name} and its place in a list.`);
  const connection = classNamed(`${noun.name}Connection`);
  const add = (name: string, type: () => unknown, description: string) =>
    addField(connection, name, type, { description });
  add("edges", () => [edge], "The rows of this page with their cursors.");
  add("nodes", () => [noun.target], "The rows of this page.");
  add("pageInfo", () => PageInfo, "Where this page lies in the list.");
  add("totalCount", () => Int, "How many rows the list has in all, as far as the viewer may see.");
  asObjectType(connection, `A page of a list of ${noun.name} (Relay connection).`);
  return connection;
}

function makeOrder(noun: NounDefinition): Class {
  const fields = columnsOf(noun).filter(({ orderable }) => orderable);
  const names = Object.fromEntries(fields.map((f) => [orderName(f.name), orderName(f.name)]));
  const meanings = fields.map((f) => [orderName(f.name), { description: f.description }]);
  registerEnumType(names, {
    name: `${noun.name}OrderField`,
    description: `What a list of ${noun.name} can be ordered by.`,
    valuesConfig: Object.fromEntries(meanings),
  });
  const order = inputClass(`${noun.name}Order`, `One order of a list of ${noun.name}.`);
  addField(order, "field", () => names, { description: "What to order by." });
  addField(order, "direction", () => OrderDirection, {
    description: "In which direction.",
    defaultValue: OrderDirection.ASC,
  });
  return order;
}

function makeArgs(noun: NounDefinition, filter: Class, order: Class): Class {
  const args = classNamed(`${noun.name}ConnectionArgs`);
  const add = (name: string, type: () => unknown, description: string) =>
    addField(args, name, type, { nullable: true, description });
  add("where", () => filter, "Only rows for which all of this holds.");
  add("orderBy", () => [order], "The orders, the weightiest first; ties are broken by id.");
  add("first", () => Int, "How many rows from the start of the list: 0 to 200, 50 by default.");
  add("after", () => String, "Only rows after this cursor.");
  add("last", () => Int, "How many rows from the end of the list, in the same order: 0 to 200.");
  add("before", () => String, "Only rows before this cursor.");
  asArguments(args);
  return args;
}

function addFieldFilter(filter: Class, field: NounField): void {
  const offer = field.offer();
  if (!offer) return;
  // Made now: type-graphql does not find a type that is made while it builds the schema.
  const type = offer.type();
  inputField(filter, offer.name, () => type, offer.description);
}

function fillFilter(noun: NounDefinition, filter: Class): void {
  const identity = filteredIdentity(noun).kind.graphql;
  inputField(filter, "eq", () => identity, `Is the one with this ${noun.filterBy}.`);
  inputField(filter, "in", () => [identity], `Is one of those with these ${noun.filterBy}s.`);
  for (const field of noun.fields.values()) addFieldFilter(filter, field);
  for (const [name, { description }] of Object.entries(noun.conditions)) {
    inputField(filter, name, () => String, description);
  }
  inputField(filter, "and", () => [filter], "All of these hold.");
  inputField(
    filter,
    "or",
    () => [filter],
    "At least one of these holds; an empty list never does.",
  );
  inputField(filter, "not", () => filter, "This does not hold.");
}

/**
 * Makes the filter, order, arguments and connection types of every noun. Called once, when all
 * nouns are defined and before the schema is built.
 */
export function generateTypes(): void {
  for (const noun of allNouns()) {
    if (generated.has(noun.target)) continue;
    const filter = inputClass(
      `${noun.name}Filter`,
      `Conditions on a ${noun.name}; all that are given must hold.`,
    );
    const order = makeOrder(noun);
    const args = makeArgs(noun, filter, order);
    generated.set(noun.target, { filter, order, args, connection: makeConnection(noun) });
  }
  for (const noun of allNouns()) fillFilter(nounOf(noun.target), filterOf(noun.target));
}
