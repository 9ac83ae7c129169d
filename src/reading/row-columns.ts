import type { AccessScope } from "../access/index.js";
import {
  type ColumnField,
  type DerivedField,
  fieldOf,
  type NounDefinition,
  nounOf,
  valueSql,
} from "./dictionary.js";
import { column, type Sql, sql } from "./sql.js";

/** What is read for `fields`, once each: a computed field stands for those that it needs. */
function readFields(noun: NounDefinition, fields: readonly string[]): Set<string> {
  const read = fields.flatMap((name) => {
    const field = noun.fields.get(name);
    if (field?.type !== "computed") return [name];
    return field.needs.map((need) => fieldOf(noun, need).name);
  });
  return new Set(read);
}

/** What is stored in a column, or derived, as the API shows it. */
const shown = (field: ColumnField | DerivedField, row: string, scope: AccessScope): Sql =>
  sql`${field.kind.select(valueSql(field, row, scope))} as ${sql.ref(field.name)}`;

/**
 * The columns of a row that `fields` need: values as the API shows them, references as ids, and the
 * row's own id as `$id`. Children need no more than that id.
 */
export function rowColumns(
  noun: NounDefinition,
  row: string,
  fields: readonly string[],
  scope: AccessScope,
): Sql[] {
  const columns = [sql`${column(row, noun.idColumn)} as "$id"`];
  for (const name of readFields(noun, fields)) {
    const field = noun.fields.get(name);
    if (field?.type === "column" || field?.type === "derived") {
      columns.push(shown(field, row, scope));
    } else if (field?.type === "reference" || field?.type === "references") {
      columns.push(sql`${column(row, field.column)} as ${sql.ref(name)}`);
    } else if (field?.type === "node") {
      const [entity, id] = [column(row, field.entityColumn), column(row, field.idColumn)];
      columns.push(sql`json_build_array(${entity}, ${id}) as ${sql.ref(name)}`);
    }
  }
  return columns;
}

/**
 * Everything that is stored of a row, as the API shows it: an id of something that the viewer may
 * not see is null, as its edge would be.
 */
export function storedColumns(noun: NounDefinition, row: string, scope: AccessScope): Sql[] {
  return [...noun.fields.values()].flatMap((field) => {
    if (field.type === "column") return [shown(field, row, scope)];
    if (field.type !== "reference") return [];
    const target = nounOf(field.target());
    const id = column("seen", target.idColumn);
    const seen = sql`select ${id} from ${sql.table(target.table)} as "seen"
      where ${id} = ${column(row, field.column)} and ${target.visible(scope, "seen")}`;
    return [sql`(${seen}) as ${sql.ref(field.name)}`];
  });
}
