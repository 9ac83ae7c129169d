import { ManyToOne } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { Class } from "../model/class.js";
import { idType, noteField, nounOf } from "../model/dictionary.js";
import {
  type FieldResolver,
  type FilterOffer,
  NounField,
  type ReferenceField,
} from "../model/field.js";
import { from } from "../model/rows.js";
import type { FilterSite, ObjectSite, PlanSite } from "../model/sites.js";
import { filterOf } from "../schema/generated-types.js";
import { type Sql, snake, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, indexed, type PropertyDecorator, shownAs } from "./property.js";

/** A field that leads to one row of another noun, by its id in a column of this one. */
class SingleReference extends NounField implements ReferenceField {
  readonly type = "reference";

  constructor(
    name: string,
    description: string,
    private readonly column: string,
    readonly target: () => Class,
    readonly mayBeHidden = false,
  ) {
    super(name, description);
  }

  override selected(row: RowRef): Sql {
    return row.column(this.column);
  }

  override stored(row: RowRef, scope: AccessScope): Sql {
    const { idColumn, visible } = nounOf(this.target());
    const target = from(this.target(), row);
    const id = target.column(idColumn);
    return sql`(select ${id} from ${target.source}
      where ${id} = ${row.column(this.column)} and ${visible(scope, target)})`;
  }

  override resolver(): FieldResolver {
    return (site) => {
      const id = site.row[this.name];
      return id === null || id === undefined ? null : site.byId(this.target(), String(id));
    };
  }

  override offer(): FilterOffer {
    const { name, description, target } = this;
    return { name, type: () => filterOf(target()), description, target };
  }

  override condition(site: FilterSite): Sql {
    const { idColumn } = nounOf(this.target());
    const own = site.row.column(this.column);
    return site.some(this.target(), (target) => sql`${target.column(idColumn)} = ${own}`);
  }

  override written(site: PlanSite): Json {
    return site.byId(this.target(), site.row.column(this.column));
  }

  override writtenIn(object: Sql, site: ObjectSite): Json {
    const type = sql.raw(idType(nounOf(this.target())));
    return site.byId(this.target(), sql`(${object}->>${sql.lit(this.name)})::${type}`);
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
      new SingleReference(name, description, joinColumn, target, mayBeHidden),
    );
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
    noteField(classOf(prototype), new SingleReference(name, description, name, target));
  };
}
