import { ManyToOne } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { Class } from "../model/class.js";
import { identityField, idType, noteField, nounOf } from "../model/dictionary.js";
import {
  type FieldResolver,
  type FilterOffer,
  NounField,
  type ReferenceField,
  type ToOneEdge,
} from "../model/field.js";
import type { GroupDimension } from "../model/grouping.js";
import { from } from "../model/rows.js";
import type { Compute, FilterSite, ObjectSite, PlanSite } from "../model/sites.js";
import { filterOf } from "../schema/generated-types.js";
import { type Sql, snake, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, indexed, type PropertyDecorator, shownAs } from "./property.js";

/** A field that leads to one row of another noun, by an id that each kind of it finds in its way. */
abstract class SingleReference extends NounField implements ReferenceField {
  readonly type = "reference";
  abstract readonly mayBeHidden: boolean;

  constructor(
    name: string,
    description: string,
    readonly target: () => Class,
  ) {
    super(name, description);
  }

  /** The SQL of the id. */
  protected abstract id(row: RowRef, scope: AccessScope): Sql;

  override selected(row: RowRef, scope: AccessScope): Sql {
    return this.id(row, scope);
  }

  override resolver(): FieldResolver {
    return (site) => {
      const id = site.row[this.name];
      return id === null || id === undefined ? null : site.byId(this.target(), String(id));
    };
  }

  /** The row's id where the viewer sees it: the others are counted with those that have none. */
  override dimensions(): GroupDimension[] {
    const { name, description, target } = this;
    const { idColumn } = nounOf(target());
    const { kind } = identityField(nounOf(target()));
    const edge = this.edge();
    const value: GroupDimension["value"] = (site) =>
      edge.mayBeHidden ? site.edge(name).row.column(idColumn) : edge.id(site.row, site.scope);
    return [{ name, description, type: target, target, kind, value }];
  }

  override edge(): ToOneEdge {
    const { target } = this;
    const mayBeHidden = this.leadsToHidden;
    return { target, mayBeHidden, id: (row, scope) => this.id(row, scope) };
  }

  /** True where the id may be of a row that the viewer may not see. */
  protected get leadsToHidden(): boolean {
    return this.mayBeHidden;
  }

  override offer(): FilterOffer {
    const { name, description, target } = this;
    return { name, type: () => filterOf(target()), description, target };
  }

  override condition(site: FilterSite): Sql {
    const { idColumn } = nounOf(this.target());
    const own = this.id(site.row, site.scope);
    return site.some(this.target(), (target) => sql`${target.column(idColumn)} = ${own}`);
  }

  override written(site: PlanSite): Json {
    return site.byId(this.target(), this.id(site.row, site.scope));
  }

  override writtenIn(object: Sql, site: ObjectSite): Json {
    const type = sql.raw(idType(nounOf(this.target())));
    return site.byId(this.target(), sql`(${object}->>${sql.lit(this.name)})::${type}`);
  }
}

/** A reference by an id in a column of the noun. */
class StoredReference extends SingleReference {
  constructor(
    name: string,
    description: string,
    readonly storedIn: string,
    target: () => Class,
    readonly mayBeHidden = false,
  ) {
    super(name, description, target);
  }

  protected override id(row: RowRef): Sql {
    return row.column(this.storedIn);
  }

  override stored(row: RowRef, scope: AccessScope): Sql {
    const { idColumn, visible } = nounOf(this.target());
    const target = from(this.target(), row);
    const id = target.column(idColumn);
    return sql`(select ${id} from ${target.source}
      where ${id} = ${row.column(this.storedIn)} and ${visible(scope, target)})`;
  }
}

/** A reference by an id that SQL computes, which is one of a row that the viewer may see. */
class ComputedReference extends SingleReference {
  /** Changes of the time when the field was stored hide the ids of hidden rows by this. */
  readonly mayBeHidden = true;

  constructor(
    name: string,
    description: string,
    target: () => Class,
    private readonly compute: Compute,
  ) {
    super(name, description, target);
  }

  protected override get leadsToHidden(): boolean {
    return false;
  }

  protected override id(row: RowRef, scope: AccessScope): Sql {
    return this.compute(row, scope);
  }
}

interface ReferenceOptions {
  description: string;
  nullable?: boolean;
  index?: boolean;
  constraint?: boolean;
  /** True where it may lead to a row that the viewer may not see, though they see this one. */
  mayBeHidden?: boolean;
}

/** One row of another noun: a foreign key here, an edge in the API. */
export function Reference(target: () => Class, options: ReferenceOptions): PropertyDecorator {
  const { description, nullable = false, index = true, constraint = true, mayBeHidden } = options;
  return (prototype, name) => {
    const joinColumn = `${snake(name)}_id`;
    const rule = constraint
      ? { deleteRule: "restrict" as const }
      : { createForeignKeyConstraint: false };
    // The casts: MikroORM types the target by the class that it decorates, which is not made yet.
    ManyToOne(target as () => never, { joinColumn, nullable, ...rule })(prototype as never, name);
    if (index) indexed(prototype, name);
    shownAs(target, { nullable, description })(prototype, name);
    noteField(
      classOf(prototype),
      new StoredReference(name, description, joinColumn, target, mayBeHidden),
    );
  };
}

/** One row of another noun, which SQL finds among those that the viewer may see; null without one. */
export function DerivedReference(
  target: () => Class,
  options: { description: string; deprecationReason?: string },
  compute: Compute,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(target, { ...options, nullable: true })(prototype, name);
    const field = new ComputedReference(name, options.description, target, compute);
    noteField(classOf(prototype), field);
  };
}

/** A field of a payload whose value is a noun's id; the reader loads the row as the viewer sees it. */
export function Loaded(
  target: () => Class,
  options: { description: string; nullable?: boolean },
): PropertyDecorator {
  const { description, nullable = false } = options;
  return (prototype, name) => {
    shownAs(target, { nullable, description })(prototype, name);
    noteField(classOf(prototype), new StoredReference(name, description, name, target));
  };
}
