import type { Class } from "../model/class.js";
import { identityField, nounOf } from "../model/dictionary.js";
import { enumerationOf } from "../model/enumerations.js";
import {
  declaredOf,
  type GroupCompute,
  type GroupDimension,
  type GroupSite,
  type MadeOfGroup,
} from "../model/grouping.js";
import { type ColumnKind, type KindName, kinds } from "../model/kinds.js";
import type { Sql } from "../sql/fragments.js";
import { dimensionAt } from "./dimensions.js";

type ClassDecorator = (target: Class) => void;

/**
 * Dimensions that lie behind to-one references, by name: `{ planProgramme: "plan.programme" }` groups
 * actions by the programme of their plan. A path ends at a dimension of the last noun.
 */
export function Dimensions(paths: Readonly<Record<string, string>>): ClassDecorator {
  return (target) => {
    for (const [name, path] of Object.entries(paths)) {
      declaredOf(target).dimensions.push({ name, make: (noun) => dimensionAt(noun, name, path) });
    }
  };
}

/** The type of a dimension that SQL makes: a kind, an enumeration, or a noun of which it is the id. */
export type DimensionType =
  | KindName
  | { enumeration: () => Readonly<Record<string, string>> }
  | { noun: () => Class };

/** The kind of a dimension of an enumeration: values of its native enum, in their order. */
const enumKind = (values: Readonly<Record<string, string>>): ColumnKind => ({
  ...kinds.text,
  columnType: enumerationOf(values).columnType,
  json: "quoted",
  reads: (text) => Object.hasOwn(values, text),
});

function typed(given: DimensionType): Pick<GroupDimension, "kind" | "type" | "target"> {
  if (typeof given === "string") return { kind: kinds[given], type: () => kinds[given].graphql };
  if ("noun" in given) {
    const { kind } = identityField(nounOf(given.noun()));
    return { kind, type: given.noun, target: given.noun };
  }
  return { kind: enumKind(given.enumeration()), type: given.enumeration };
}

/**
 * A dimension that SQL makes of a row. Each row has one value of it, or null: so groups add up to the
 * whole. The id of a row that the viewer may not see must be null.
 */
export function Dimension(
  name: string,
  type: DimensionType,
  description: string,
  value: GroupCompute,
): ClassDecorator {
  return (target) => {
    const make = (): GroupDimension => ({ name, description, value, ...typed(type) });
    declaredOf(target).dimensions.push({ name, make });
  };
}

interface MeasureOptions {
  description: string;
  /** False where it has a value in every group, also one without rows; true by default. */
  nullable?: boolean;
  /** Its part of a document's cost, once for all groups, where it reads more than the rows themselves. */
  cost?: number;
}

/**
 * A measure of one value: an aggregate over the rows of a group, as `count(*) filter (where …)`. It may
 * aggregate the columns of a fact (`site.fact`), and of rows that the row leads to (`site.edge`).
 */
export function Measure(
  name: string,
  kind: KindName,
  { description, nullable = true, cost = 0 }: MeasureOptions,
  value: GroupCompute,
): ClassDecorator {
  const parts = (site: GroupSite) => ({ value: value(site) });
  return (target) => {
    const type = () => kinds[kind].graphql;
    const measure = { name, description, nullable, cost, kind: kinds[kind], type, parts };
    declaredOf(target).measures.push(measure);
  };
}

/**
 * A measure that is an object which SQL gives whole, as JSON, where that takes more than an aggregate: `parts`
 * are aggregated in every group, and `made` of them only in the groups that are shown. So nothing can be ordered
 * by it.
 */
export function MadeMeasure<Parts extends Record<string, Sql>>(
  name: string,
  type: () => Class,
  { description, nullable = true, cost = 0 }: MeasureOptions,
  parts: (site: GroupSite) => Parts,
  made: MadeOfGroup<Parts>,
): ClassDecorator {
  // The parts that a group is shown with are those that `parts` gave, by their names.
  const ofParts = made as MadeOfGroup;
  return (target) => {
    const measure = { name, description, nullable, cost, type, parts, made: ofParts };
    declaredOf(target).measures.push(measure);
  };
}

/**
 * A measure that is an object: each of its members is an aggregate, of text or a number, or JSON where the
 * member is an object. Those that a document selects are computed.
 */
export function ObjectMeasure(
  name: string,
  type: () => Class,
  { description, nullable = false, cost = 0 }: MeasureOptions,
  parts: (site: GroupSite) => Record<string, Sql>,
): ClassDecorator {
  return (target) => {
    declaredOf(target).measures.push({ name, description, nullable, cost, type, parts });
  };
}
