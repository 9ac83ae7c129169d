import { Float, ID, Int, registerEnumType } from "type-graphql";
import {
  DateScalar,
  InstantScalar,
  MoneyScalar,
  PeriodScalar,
  PositionScalar,
} from "../../platform/scalars.js";
import { OrderDirection } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import type { FilterKind } from "../model/kinds.js";
import { addField, asInputType, classNamed } from "./made-classes.js";

registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "The direction of an order.",
  valuesConfig: {
    ASC: { description: "Smallest, earliest or first first; absent values last." },
    DESC: { description: "Largest, latest or last first; absent values first." },
  },
});

const meanings = {
  eq: "Equal to this.",
  in: "Equal to one of these; an empty list finds nothing.",
  not: "Different from this; absent values are different too.",
  gte: "This or more, or later.",
  lte: "This or less, or earlier.",
  contains: "Contains this text of at most 200 characters, whatever the case.",
  isNull: "True: has no value. False: has one.",
} as const;

type Operator = keyof typeof meanings;

/** The operators of every kind; the key order is the order in the schema. */
const operators: Record<FilterKind, readonly Operator[]> = {
  Id: ["eq", "in", "not", "isNull"],
  Text: ["eq", "in", "not", "contains", "isNull"],
  Int: ["eq", "in", "not", "gte", "lte", "isNull"],
  Float: ["eq", "in", "not", "gte", "lte", "isNull"],
  Money: ["eq", "in", "not", "gte", "lte", "isNull"],
  Date: ["eq", "in", "not", "gte", "lte", "isNull"],
  DateTime: ["eq", "in", "not", "gte", "lte", "isNull"],
  Period: ["eq", "in", "not"],
  Position: ["eq", "in", "not", "gte", "lte"],
  Boolean: ["eq"],
};

const scalars: Record<FilterKind, unknown> = {
  Id: ID,
  Text: String,
  Int,
  Float,
  Money: MoneyScalar,
  Date: DateScalar,
  DateTime: InstantScalar,
  Period: PeriodScalar,
  Position: PositionScalar,
  Boolean,
};

/** Makes an input type: a class of this name. */
export function inputClass(name: string, description: string): Class {
  const made = classNamed(name);
  asInputType(made, description);
  return made;
}

/** Adds a nullable field to an input type. */
export function inputField(
  target: Class,
  name: string,
  type: () => unknown,
  description: string,
): void {
  addField(target, name, type, { nullable: true, description });
}

function operatorsInput(name: string, type: unknown, offered: readonly Operator[]): Class {
  const input = inputClass(name, `Conditions on a value; all that are given must hold.`);
  for (const operator of offered) {
    const shape = operator === "in" ? [type] : operator === "isNull" ? Boolean : type;
    inputField(input, operator, () => shape, meanings[operator]);
  }
  return input;
}

const made = new Map<string, Class>();

const once = (name: string, make: () => Class): Class => {
  const input = made.get(name) ?? make();
  made.set(name, input);
  return input;
};

/** The input type that filters a kind of scalar. */
export const scalarFilter = (kind: FilterKind): Class =>
  once(`${kind}Filter`, () => operatorsInput(`${kind}Filter`, scalars[kind], operators[kind]));

/** The input type that filters an enumeration. */
export const enumFilter = (name: string, values: object): Class =>
  once(`${name}Filter`, () =>
    operatorsInput(`${name}Filter`, values, ["eq", "in", "not", "isNull"]),
  );
