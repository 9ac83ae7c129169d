import type { AccessScope } from "../../access/index.js";
import type { NounDefinition } from "../model/dictionary.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";

const named = (value: Sql, name: string): Sql => sql`${value} as ${sql.ref(name)}`;

/**
 * The columns of a row that `fields` need, once each: values as the API shows them, references as ids,
 * and the row's own id as `$id`. Lists of children need no more than that id.
 */
export function rowColumns(
  noun: NounDefinition,
  row: RowRef,
  fields: readonly string[],
  scope: AccessScope,
): Sql[] {
  const read = new Set(fields.flatMap((name) => noun.fields.get(name)?.readWith() ?? []));
  const columns = [...read].flatMap((name) => {
    const value = noun.fields.get(name)?.selected(row, scope);
    return value ? [named(value, name)] : [];
  });
  return [named(row.column(noun.idColumn), "$id"), ...columns];
}

/**
 * The stored fields of a row as the API shows them. The id of a row that the viewer may not see is null,
 * as its edge would be.
 */
export function storedColumns(noun: NounDefinition, row: RowRef, scope: AccessScope): Sql[] {
  return [...noun.fields.values()].flatMap((field) => {
    const value = field.stored(row, scope);
    return value ? [named(value, field.name)] : [];
  });
}
