import { Float, Int } from "type-graphql";
import { orderName } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { Aggregate, GroupDimension, GroupSite, Measure, Measured } from "../model/grouping.js";
import { type ColumnKind, kinds } from "../model/kinds.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import { dimensionsOf, measuredOf, measuresOf } from "./dimensions.js";

/** One value of a group: an aggregate over its rows, under a name that no other value of the group has. */
export interface GroupColumn {
  name: string;
  /** The kind of a value; absent for JSON. */
  kind?: ColumnKind;
  nullable: boolean;
  value(site: GroupSite): Sql;
}

const wholeSum: ColumnKind = { ...kinds.position, graphql: Float };
const countKind: ColumnKind = { ...kinds.position, graphql: Int };

const isFloat = ({ filter }: ColumnKind): boolean => filter === "Float";
const isMoney = ({ filter }: ColumnKind): boolean => filter === "Money";

/** The kind of an aggregate of values of a kind. */
export function aggregateKind(aggregate: Aggregate, kind: ColumnKind): ColumnKind {
  if (aggregate === "min" || aggregate === "max") return kind;
  if (isMoney(kind)) return kinds.moneySum;
  return aggregate === "sum" && !isFloat(kind) ? wholeSum : kinds.float;
}

/**
 * The SQL of an aggregate. Fractions are added as decimal numbers: a sum of floats depends on the order of
 * the rows, which is another in each plan of Postgres.
 */
function aggregated(aggregate: Aggregate, kind: ColumnKind, value: Sql): Sql {
  if (aggregate === "min" || aggregate === "max") return sql`${sql.raw(aggregate)}(${value})`;
  const exact = isFloat(kind) ? sql`${value}::numeric` : value;
  const made = aggregate === "sum" ? sql`sum(${exact})` : sql`avg(${exact})`;
  if (isMoney(kind)) return aggregate === "sum" ? made : sql`round(${made})`;
  return aggregateKind(aggregate, kind) === kinds.float ? sql`${made}::float8` : made;
}

/** The number of the rows of a group. */
export const countColumn: GroupColumn = {
  name: "count",
  kind: countKind,
  nullable: false,
  value: () => sql`count(*)`,
};

/** The number of different values of a dimension in a group, none aside. */
export const distinctColumn = ({ name, value }: GroupDimension): GroupColumn => ({
  name: `countDistinct.${name}`,
  kind: countKind,
  nullable: false,
  value: (site) => sql`count(distinct ${value(site)})`,
});

/** An aggregate of a number or a date. */
export const aggregateColumn = (measured: Measured, aggregate: Aggregate): GroupColumn => ({
  name: `${aggregate}.${measured.name}`,
  kind: aggregateKind(aggregate, measured.kind),
  nullable: true,
  value: (site) => aggregated(aggregate, measured.kind, measured.value(site)),
});

const made = new WeakMap<RowRef, Map<Measure, Record<string, Sql>>>();

/** The parts of a measure over the rows of a statement, made once for all its members and groups. */
function partsAt(site: GroupSite, measure: Measure): Record<string, Sql> {
  const known = made.get(site.row) ?? new Map<Measure, Record<string, Sql>>();
  const parts = known.get(measure) ?? measure.parts(site);
  made.set(site.row, known.set(measure, parts));
  return parts;
}

/** A declared measure of one value, or one member of an object. */
export function measureColumn(measure: Measure, member = "value"): GroupColumn {
  const { name, kind, nullable } = measure;
  return {
    name: kind ? name : `${name}.${member}`,
    ...(kind ? { kind } : {}),
    nullable,
    value: (site) => {
      const part = partsAt(site, measure)[member];
      if (!part) throw new Error(`The measure ${name} makes no ${member}`);
      return part;
    },
  };
}

/** Something by which groups are ordered: a dimension or one value. */
export type GroupOrderable = { dimension: GroupDimension } | { column: GroupColumn };

const orderables = new WeakMap<NounDefinition, ReadonlyMap<string, GroupOrderable>>();

/** What groups of a noun can be ordered by, by the name in the order enumeration. */
export function orderablesOf(noun: NounDefinition): ReadonlyMap<string, GroupOrderable> {
  const known = orderables.get(noun) ?? findOrderables(noun);
  orderables.set(noun, known);
  return known;
}

function findOrderables(noun: NounDefinition): ReadonlyMap<string, GroupOrderable> {
  const found = new Map<string, GroupOrderable>([["COUNT", { column: countColumn }]]);
  for (const dimension of dimensionsOf(noun).values()) {
    found.set(orderName(dimension.name), { dimension });
  }
  for (const measured of measuredOf(noun).values()) {
    for (const aggregate of measured.aggregates) {
      const column = aggregateColumn(measured, aggregate);
      found.set(`${aggregate.toUpperCase()}_${orderName(measured.name)}`, { column });
    }
  }
  for (const measure of measuresOf(noun).values()) {
    if (measure.kind) found.set(orderName(measure.name), { column: measureColumn(measure) });
  }
  return found;
}
