import { Extensions } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import type { Class } from "../model/class.js";
import { noteField } from "../model/dictionary.js";
import { isEnumeration } from "../model/enumerations.js";
import { type FilterOffer, NounField } from "../model/field.js";
import type { GroupDimension } from "../model/grouping.js";
import { type ColumnKind, type KindName, kinds } from "../model/kinds.js";
import type { Compute, FilterSite, PlanSite } from "../model/sites.js";
import { scalarFilter } from "../schema/filter-inputs.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

type Parts = (row: RowRef, scope: AccessScope) => Record<string, Sql>;

/** A field that SQL computes, from the row and what the viewer may see. */
class DerivedField extends NounField {
  readonly type = "derived";

  constructor(
    name: string,
    description: string,
    private readonly kind: ColumnKind,
    private readonly compute: Compute,
    private readonly shownType?: () => unknown,
    private readonly isStored = false,
  ) {
    super(name, description);
  }

  /** Booleans and enumerations. */
  override dimensions(): GroupDimension[] {
    const { name, description, kind } = this;
    const type = this.shownType ?? (() => kind.graphql);
    if (kind !== kinds.boolean && !isEnumeration(type())) return [];
    return [{ name, description, type, kind, value: ({ row, scope }) => this.compute(row, scope) }];
  }

  override selected(row: RowRef, scope: AccessScope): Sql {
    return this.kind.select(this.compute(row, scope));
  }

  override stored(row: RowRef, scope: AccessScope): Sql | undefined {
    return this.isStored ? this.selected(row, scope) : undefined;
  }

  override offer(): FilterOffer | undefined {
    const { name, description, kind } = this;
    const { filter } = kind;
    return filter && { name, type: () => scalarFilter(filter), description };
  }

  override condition(site: FilterSite): Sql {
    return site.scalar(this.kind, this.compute(site.row, site.scope));
  }

  override written(site: PlanSite): Json {
    return site.value(this.kind, this.compute(site.row, site.scope), true);
  }
}

/** As DerivedField, for an object whose members are computed each by itself, and which is never null. */
class DerivedObjectField extends DerivedField {
  constructor(
    name: string,
    description: string,
    private readonly parts: Parts,
  ) {
    super(name, description, kinds.json, (row, scope) => {
      const members = Object.entries(parts(row, scope)).map(
        ([member, part]) => sql`${sql.lit(member)}, ${part}`,
      );
      return sql`jsonb_build_object(${sql.join(members)})`;
    });
  }

  override written(site: PlanSite): Json {
    return site.parts(this.parts(site.row, site.scope));
  }
}

interface DerivedOptions {
  description: string;
  nullable?: boolean;
  type?: () => unknown;
  /** Its part of a document's cost, beside its objects, where Postgres reads many rows for it. */
  cost?: number;
  /** True where it shows what the row stores under its name: the current state in a CONFLICT then has it. */
  stored?: boolean;
  /** The replacement, and the date from which it should be used. */
  deprecationReason?: string;
}

/** A field that SQL computes from the row. Its SQL counts only rows that the viewer may see. */
export function Derived(
  kindName: KindName,
  options: DerivedOptions,
  compute: Compute,
): PropertyDecorator {
  const { description, type, cost = 0, nullable = false, stored = false, ...further } = options;
  const kind = kinds[kindName];
  return (prototype, name) => {
    shownAs(type ?? (() => kind.graphql), { nullable, description, ...further })(prototype, name);
    if (cost > 0) Extensions({ cost })(prototype, name);
    noteField(classOf(prototype), new DerivedField(name, description, kind, compute, type, stored));
  };
}

/**
 * As Derived, for an object of which SQL computes each member: the planned path computes the selected
 * members only. They are text, or JSON where they are lists.
 */
export function DerivedObject(
  type: () => Class,
  description: string,
  parts: Parts,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(type, { description })(prototype, name);
    noteField(classOf(prototype), new DerivedObjectField(name, description, parts));
  };
}
