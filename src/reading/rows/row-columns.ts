import type { AccessScope } from "../../access/index.js";
import type { NounDefinition } from "../model/dictionary.js";
import { column, type Sql, sql } from "../sql/fragments.js";

const named = (value: Sql, name: string): Sql => sql`${value} as ${sql.ref(name)}`;

/**
 * The columns of a row that `fields` need, once each: values as the API shows them, references as ids,
 * and the row's own id as `$id`. Children need no more than that id.
 */
export function rowColumns(
  noun: NounDefinition,
  row: string,
  fields: readonly string[],
  scope: AccessScope,
): Sql[] {
  const read = new Set(fields.flatMap((name) => noun.fields.get(name)?.readWith() ?? []));
  const columns = [...read].flatMap((name) => {
    const value = noun.fields.get(name)?.selected(row, scope);
    return value ? [named(value, name)] : [];
  });
  return [named(column(row, noun.idColumn), "$id"), ...columns];
}

/**
 * Everything that is stored of a row, as the API shows it: an id of something that the viewer may
 * not see is null, as its edge would be.
 */
export function storedColumns(noun: NounDefinition, row: string, scope: AccessScope): Sql[] {
  return [...noun.fields.values()].flatMap((field) => {
    const value = field.stored(row, scope);
    return value ? [named(value, field.name)] : [];
  });
}
