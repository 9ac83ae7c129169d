import { Property } from "@mikro-orm/decorators/legacy";
import type { AccessScope } from "../../access/index.js";
import type { Class } from "../model/class.js";
import { noteField, nounOf } from "../model/dictionary.js";
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
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** The parts of a field of several references beside its name. */
interface ReferencesParts {
  description: string;
  column: string;
  /** The singular, for the filter "at least one of them". */
  singular: string;
  mayBeHidden?: boolean;
}

/** A field that leads to several rows of another noun, by an array of their ids in a column of this one. */
class SeveralReferences extends NounField implements ReferenceField {
  readonly type = "references";
  readonly mayBeHidden: boolean;
  private readonly column: string;
  private readonly singular: string;

  constructor(
    name: string,
    readonly target: () => Class,
    { description, column, singular, mayBeHidden = false }: ReferencesParts,
  ) {
    super(name, description);
    this.column = column;
    this.singular = singular;
    this.mayBeHidden = mayBeHidden;
  }

  override selected(row: RowRef): Sql {
    return row.column(this.column);
  }

  /** The ids of the rows that the viewer may see. */
  override stored(row: RowRef, scope: AccessScope): Sql {
    const { idColumn, visible } = nounOf(this.target());
    const target = from(this.target(), row);
    const [id, ids] = [target.column(idColumn), row.column(this.column)];
    return sql`(select coalesce(jsonb_agg(${id} order by array_position(${ids}, ${id})), '[]'::jsonb)
      from ${target.source} where ${id} = any(${ids}) and ${visible(scope, target)})`;
  }

  /** Rows that the viewer may not see are left out. */
  override resolver(): FieldResolver {
    return async (site) => {
      const ids = site.row[this.name] as string[];
      const rows = await Promise.all(ids.map((id) => site.byId(this.target(), id)));
      return rows.filter((found) => found !== null);
    };
  }

  override offer(): FilterOffer {
    const description = `At least one of: ${this.description}`;
    const { singular: name, target } = this;
    return { name, type: () => filterOf(target()), description, target };
  }

  override condition(site: FilterSite): Sql {
    return site.someOf(this.target(), site.row.column(this.column));
  }

  override written(site: PlanSite): Json {
    return site.byIds(this.target(), sql`unnest(${site.row.column(this.column)})`);
  }

  override writtenIn(object: Sql, site: ObjectSite): Json {
    const list = sql`${object}->${sql.lit(this.name)}`;
    return site.byIds(this.target(), sql`jsonb_array_elements_text(${list})`);
  }
}

interface ReferencesOptions {
  description: string;
  singular: string;
  columnType?: string;
  /** True where some may lead to rows that the viewer may not see, though they see this one. */
  mayBeHidden?: boolean;
}

/** Several rows of another noun, stored as an array of their ids in the order given. */
export function References(target: () => Class, options: ReferencesOptions): PropertyDecorator {
  const { description, singular, columnType = "uuid[]", mayBeHidden = false } = options;
  return (prototype, name) => {
    const fieldName = `${snake(singular)}_ids`;
    Property({ type: "array", columnType, fieldName, defaultRaw: "'{}'" })(prototype, name);
    shownAs(() => [target()], { description })(prototype, name);
    const parts = { description, column: fieldName, singular, mayBeHidden };
    noteField(classOf(prototype), new SeveralReferences(name, target, parts));
  };
}

/** As `Loaded`, for a field whose value is a list of ids. Rows that the viewer may not see are left out. */
export function LoadedList(
  target: () => Class,
  { description }: { description: string },
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(() => [target()], { description })(prototype, name);
    const parts = { description, column: name, singular: name };
    noteField(classOf(prototype), new SeveralReferences(name, target, parts));
  };
}
