import type { AccessScope } from "../../access/index.js";
import type { Class } from "../model/class.js";
import { noteField } from "../model/dictionary.js";
import { NounField } from "../model/field.js";
import type { MadeRows, PlanSite } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

type Make = (row: RowRef, scope: AccessScope) => MadeRows;

/** A list that SQL makes, from the row and what the viewer may see, of objects with these members. */
class DerivedRowsField extends NounField {
  readonly type = "derivedRows";

  constructor(
    name: string,
    description: string,
    private readonly make: Make,
  ) {
    super(name, description);
  }

  override selected(row: RowRef, scope: AccessScope): Sql {
    const { from, order, parts } = this.make(row, scope);
    const members = Object.entries(parts).map(([name, part]) => sql`${sql.lit(name)}, ${part}`);
    return sql`(select coalesce(jsonb_agg(jsonb_build_object(${sql.join(members)}) order by ${order}), '[]')
      from ${from})`;
  }

  override written(site: PlanSite): Json {
    return site.madeRows(this.make(site.row, site.scope));
  }
}

/**
 * As Derived, for a list of objects that SQL makes as rows: the planned path writes the selected members
 * of each.
 */
export function DerivedRows(type: () => Class, description: string, make: Make): PropertyDecorator {
  return (prototype, name) => {
    shownAs(() => [type()], { description })(prototype, name);
    noteField(classOf(prototype), new DerivedRowsField(name, description, make));
  };
}
