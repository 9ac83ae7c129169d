import type { Class } from "../model/class.js";
import { noteField } from "../model/dictionary.js";
import { type FieldResolver, NounField } from "../model/field.js";
import type { PlanSite } from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

/** The columns that hold a noun's name and the id of one of its rows. */
interface NodeColumns {
  entity: string;
  id: string;
}

/** A field that leads to a row of the noun that another column names. */
class NodeField extends NounField {
  readonly type = "node";

  constructor(
    name: string,
    description: string,
    private readonly columns: NodeColumns,
  ) {
    super(name, description);
  }

  override selected(row: RowRef): Sql {
    const { entity, id } = this.columns;
    return sql`json_build_array(${row.column(entity)}, ${row.column(id)})`;
  }

  override resolver(): FieldResolver {
    return (site) => {
      const named = site.row[this.name] as [entity: string, id: string] | null | undefined;
      return named ? site.node(...named) : null;
    };
  }

  override written(site: PlanSite): Json {
    const { entity, id } = this.columns;
    return site.node({ entity: site.row.column(entity), id: site.row.column(id) });
  }
}

/** A row of the noun that the row itself names, by two of its columns. */
export function NodeReference(
  type: () => Class,
  columns: NodeColumns,
  description: string,
): PropertyDecorator {
  return (prototype, name) => {
    shownAs(type, { nullable: true, description })(prototype, name);
    noteField(classOf(prototype), new NodeField(name, description, columns));
  };
}
