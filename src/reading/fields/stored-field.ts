import type { AccessScope } from "../../access/index.js";
import {
  type ColumnEnumeration,
  type ColumnField,
  type FilterOffer,
  NounField,
  type Shown,
  type Suppression,
} from "../model/field.js";
import type { Aggregate, GroupDimension, Measured } from "../model/grouping.js";
import { type ColumnKind, kinds } from "../model/kinds.js";
import { dayOfInstant, partsOfDate } from "../model/parts-of-dates.js";
import type { Compute, FilterSite, PlanSite } from "../model/sites.js";
import { suppressedValue } from "../model/suppressed.js";
import { enumFilter, scalarFilter } from "../schema/filter-inputs.js";
import { type Sql, snake } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";

/** The parts of a column's field beside its name. */
interface ColumnParts {
  description: string;
  kind: ColumnKind;
  nullable: boolean;
  filterable: boolean;
  orderable: boolean;
  enumeration?: ColumnEnumeration;
  /** The value that is shown and filtered where it follows from more than the column, as a derived state. */
  shown?: Compute;
  orderedBy?: Shown;
  /** The column's name where it is not the field's in snake case. */
  column?: string;
  inLanguage?: ColumnField["inLanguage"];
  unique?: boolean;
  declined?: boolean;
  covers?: readonly string[];
  suppression?: Suppression;
  isDimension?: boolean;
  measures?: readonly Aggregate[];
}

/** A field stored in one column. */
export class StoredField extends NounField implements ColumnField {
  readonly type = "column";
  readonly column: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly filterable: boolean;
  readonly orderable: boolean;
  readonly enumeration: ColumnEnumeration | undefined;
  readonly unique: boolean;
  readonly declined: boolean;
  readonly covers: readonly string[];
  readonly suppression: Suppression | undefined;
  readonly orderedBy: Shown | undefined;
  readonly inLanguage: ColumnField["inLanguage"];
  private readonly shown: ColumnParts["shown"];

  constructor(
    name: string,
    private readonly parts: ColumnParts,
  ) {
    super(name, parts.description);
    this.column = parts.column ?? snake(name);
    this.kind = parts.kind;
    this.nullable = parts.nullable;
    this.filterable = parts.filterable;
    this.orderable = parts.orderable;
    this.enumeration = parts.enumeration;
    this.unique = parts.unique ?? false;
    this.declined = parts.declined ?? false;
    this.covers = parts.covers ?? [];
    this.suppression = parts.suppression;
    this.orderedBy = parts.orderedBy;
    this.inLanguage = parts.inLanguage;
    this.shown = parts.shown;
  }

  private value(row: RowRef, scope: AccessScope): Sql {
    const { suppression } = this;
    const own = row.column(this.column);
    if (suppression) return suppressedValue(suppression, own, row, scope);
    return this.shown?.(row, scope) ?? own;
  }

  override selected(row: RowRef, scope: AccessScope): Sql {
    return this.kind.select(this.value(row, scope));
  }

  override stored(row: RowRef, scope: AccessScope): Sql {
    return this.selected(row, scope);
  }

  override offer(): FilterOffer | undefined {
    if (!this.filterable) return undefined;
    const { name, description, enumeration, kind } = this;
    const type = enumeration
      ? () => enumFilter(enumeration.name, enumeration.values)
      : () => scalarFilter(kind.filter ?? "Text");
    return { name, type, description };
  }

  override condition(site: FilterSite): Sql {
    if (this.enumeration?.list) return site.enumList(site.row.column(this.column));
    return site.scalar(this.kind, this.value(site.row, site.scope));
  }

  override dimensions(): readonly GroupDimension[] {
    const { name, description, kind, enumeration, parts } = this;
    if (parts.isDimension === false || enumeration?.list) return [];
    const value: GroupDimension["value"] = ({ row, scope }) => this.value(row, scope);
    if (kind.columnType === kinds.date.columnType) return partsOfDate(name, description, value);
    if (kind.columnType === kinds.instant.columnType) {
      return partsOfDate(name, description, (site) => dayOfInstant(value(site)));
    }
    if (!enumeration && kind !== kinds.boolean && kind !== kinds.period) return [];
    return [{ name, description, kind, value, type: () => enumeration?.values ?? kind.graphql }];
  }

  override measured(): Measured | undefined {
    const { name, description, kind, parts } = this;
    const aggregates = parts.measures ?? usualAggregates(kind);
    if (aggregates.length === 0) return undefined;
    const value: Measured["value"] = ({ row, scope }) => this.value(row, scope);
    return { name, description, kind, aggregates, value };
  }

  override written(site: PlanSite): Json {
    // Postgres guarantees that a column is not null; a shown value has no such guarantee.
    const mayBeNull = this.nullable || this.shown !== undefined;
    return site.value(this.kind, this.value(site.row, site.scope), mayBeNull);
  }
}

/** The aggregates of a kind of value. */
function usualAggregates({ filter }: ColumnKind): readonly Aggregate[] {
  if (filter === "Int" || filter === "Float" || filter === "Money") {
    return ["sum", "average", "min", "max"];
  }
  return filter === "Date" || filter === "DateTime" ? ["min", "max"] : [];
}
