import { Extensions, Int, registerEnumType } from "type-graphql";
import { OrderDirection, orderName } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { allNouns, type NounDefinition } from "../model/dictionary.js";
import type { Aggregate } from "../model/grouping.js";
import { inputClass } from "../schema/filter-inputs.js";
import { connectionOf, PageInfo } from "../schema/generated-types.js";
import {
  addField,
  asArguments,
  asObjectType,
  classNamed,
  takesArguments,
} from "../schema/made-classes.js";
import { dimensionsOf, measuredOf, measuresOf } from "./dimensions.js";
import { aggregateKind, orderablesOf } from "./group-columns.js";

/** The objects of aggregates, by the aggregate: the field's name and the type's. */
export const aggregateObjects = {
  sum: { type: "Sums", words: "Sums", none: "null where no row has a value that the viewer sees" },
  average: {
    type: "Averages",
    words: "Means of the values that there are",
    none: "null without any",
  },
  min: { type: "Minima", words: "The smallest or earliest values", none: "null without any" },
  max: { type: "Maxima", words: "The largest or latest values", none: "null without any" },
} as const satisfies Record<Aggregate, object>;

const aggregates = Object.keys(aggregateObjects) as Aggregate[];

/** An enumeration of the schema whose members stand for values of the dictionary. */
function madeEnum(
  name: string,
  description: string,
  members: readonly { member: string; value: string; meaning: string }[],
): object {
  const values = Object.fromEntries(members.map(({ member, value }) => [member, value]));
  const meanings = members.map(({ member, meaning }) => [member, { description: meaning }]);
  registerEnumType(values, { name, description, valuesConfig: Object.fromEntries(meanings) });
  return values;
}

const dimensionEnum = (noun: NounDefinition): object =>
  madeEnum(
    `${noun.name}Dimension`,
    `What rows of ${noun.name} can be grouped by.`,
    [...dimensionsOf(noun).values()].map(({ name, description }) => ({
      member: orderName(name),
      value: name,
      meaning: description,
    })),
  );

function orderInput(noun: NounDefinition): Class {
  const members = [...orderablesOf(noun)].map(([member, of]) => ({
    member,
    value: member,
    meaning: "dimension" in of ? of.dimension.description : `Its \`${of.column.name}\`.`,
  }));
  const fields = madeEnum(
    `${noun.name}GroupOrderField`,
    `What groups of ${noun.name} can be ordered by.`,
    members,
  );
  const order = inputClass(`${noun.name}GroupOrder`, `One order of groups of ${noun.name}.`);
  addField(order, "field", () => fields, {
    description: "What to order by; a dimension must be one of `by`.",
  });
  addField(order, "direction", () => OrderDirection, {
    description: "In which direction.",
    defaultValue: OrderDirection.ASC,
  });
  return order;
}

function argumentsClass(noun: NounDefinition, dimensions: object): Class {
  const args = classNamed(`${noun.name}GroupsArgs`);
  const order = orderInput(noun);
  const add = (name: string, type: () => unknown, description: string) =>
    addField(args, name, type, { nullable: true, description });
  addField(args, "by", () => [dimensions], {
    description: "The dimensions, at most 5, each once; without any, all rows are one group.",
    defaultValue: [],
  });
  add(
    "orderBy",
    () => [order],
    "The orders, the weightiest first; by default, and among equals, by the keys in the order of `by`, those without a value last.",
  );
  add("first", () => Int, "How many groups from the start: 0 to 200, 50 by default.");
  add("after", () => String, "Only groups after this cursor.");
  asArguments(args);
  return args;
}

function keyClass(noun: NounDefinition): Class {
  const key = classNamed(`${noun.name}GroupKey`);
  for (const { name, type, description } of dimensionsOf(noun).values()) {
    addField(key, name, type, { nullable: true, description });
  }
  asObjectType(
    key,
    `The values that the rows of a group of ${noun.name} have in common. Null where they have none, or none that the viewer may see, and for a dimension that \`by\` does not name.`,
  );
  return key;
}

/** The type of the aggregates of one kind; undefined where the noun has nothing to aggregate so. */
function aggregateClass(noun: NounDefinition, aggregate: Aggregate): Class | undefined {
  const fields = [...measuredOf(noun).values()].filter((one) => one.aggregates.includes(aggregate));
  if (fields.length === 0) return undefined;
  const { type, words, none } = aggregateObjects[aggregate];
  const made = classNamed(`${noun.name}${type}`);
  for (const { name, kind, description } of fields) {
    addField(made, name, () => aggregateKind(aggregate, kind).graphql, {
      nullable: true,
      description,
    });
  }
  asObjectType(made, `${words} over rows of ${noun.name}; ${none}.`);
  return made;
}

function addAggregates(measures: Class, noun: NounDefinition): void {
  for (const aggregate of aggregates) {
    const made = aggregateClass(noun, aggregate);
    if (!made) continue;
    const { words } = aggregateObjects[aggregate];
    addField(measures, aggregate, () => made, {
      nullable: true,
      description: `${words}, as the viewer sees them: what is hidden or suppressed is left out.`,
    });
  }
}

function distinctArgs(noun: NounDefinition, dimensions: object): Class {
  const args = classNamed(`${noun.name}CountDistinctArgs`);
  addField(args, "of", () => dimensions, { description: "The dimension." });
  asArguments(args);
  return args;
}

function measuresClass(noun: NounDefinition, dimensions: object): Class {
  const measures = classNamed(`${noun.name}Measures`);
  addField(measures, "count", () => Int, { description: "How many rows." });
  const distinct = distinctArgs(noun, dimensions);
  addField(measures, "countDistinct", () => Int, {
    description: "How many different values of a dimension, rows without one aside.",
  });
  takesArguments(() => distinct)(measures.prototype, "countDistinct");
  addAggregates(measures, noun);
  for (const { name, type, nullable, description } of measuresOf(noun).values()) {
    addField(measures, name, type, { nullable, description });
  }
  asObjectType(measures, `What is measured over rows of ${noun.name} that the viewer may see.`);
  return measures;
}

interface GroupParts {
  group: Class;
  measures: Class;
}

function groupClass(noun: NounDefinition, dimensions: object): GroupParts {
  const key = keyClass(noun);
  const measures = measuresClass(noun, dimensions);
  const group = classNamed(`${noun.name}Group`);
  addField(group, "key", () => key, { description: "What its rows have in common." });
  addField(group, "measures", () => measures, { description: "What is measured over its rows." });
  asObjectType(group, `A group of rows of ${noun.name}. Each row of a list is in one group.`);
  return { group, measures };
}

function groupsClass(noun: NounDefinition, { group, measures }: GroupParts): Class {
  const edge = classNamed(`${noun.name}GroupEdge`);
  addField(edge, "node", () => group, { description: "The group." });
  addField(edge, "cursor", () => String, { description: "Its cursor in this order." });
  asObjectType(edge, `A group of ${noun.name} and its place among the groups.`);
  const groups = classNamed(`${noun.name}Groups`);
  const add = (name: string, type: () => unknown, description: string) =>
    addField(groups, name, type, { description });
  add("edges", () => [edge], "The groups of this page with their cursors.");
  add("nodes", () => [group], "The groups of this page.");
  add("pageInfo", () => PageInfo, "Where this page lies among the groups.");
  add("totalCount", () => Int, "How many groups there are in all.");
  add(
    "total",
    () => measures,
    "What is measured over all rows of the list, not of this page only.",
  );
  asObjectType(groups, `The rows of a list of ${noun.name} in groups.`);
  return groups;
}

/** Adds `groups` to the connection of every noun that can be grouped. Called once, after `generateTypes()`. */
export function generateGroupTypes(): void {
  for (const noun of allNouns()) {
    const connection = connectionOf(noun.target);
    if (noun.ungrouped || dimensionsOf(noun).size === 0 || made.has(noun)) continue;
    made.add(noun);
    const dimensions = dimensionEnum(noun);
    const args = argumentsClass(noun, dimensions);
    const groups = groupsClass(noun, groupClass(noun, dimensions));
    addField(connection, "groups", () => groups, {
      description:
        "Its rows in groups: all that the filter finds and the viewer may see, whatever page is asked for.",
    });
    takesArguments(() => args)(connection.prototype, "groups");
    Extensions({ grouped: noun.name })(connection.prototype, "groups");
  }
}

const made = new WeakSet<NounDefinition>();
