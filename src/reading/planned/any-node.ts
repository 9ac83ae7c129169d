import { getNamedType, isInterfaceType } from "graphql";
import { idType, nounNamed } from "../model/dictionary.js";
import { column, type Sql, sql } from "../sql/fragments.js";
import type { Asked, Compiler } from "./compiler.js";
import { Json } from "./json.js";
import { oneRow } from "./rows.js";

/** What tells a row of whichever noun: the noun's name and the row's id. */
export interface NodeName {
  entity: Sql;
  id: Sql;
}

/**
 * The row of whichever noun the statement finds named, as what is asked of its type; null where it is
 * absent or hidden. Only the named noun's part of the statement runs.
 */
export function anyNode(compiler: Compiler, asked: Asked, { entity, id }: NodeName): Json {
  const type = getNamedType(asked.definition.type);
  if (!isInterfaceType(type)) throw new Error(`${type.name} is no interface`);
  const cases = compiler.schema.getPossibleTypes(type).flatMap((possible) => {
    const noun = nounNamed(possible.name);
    if (!noun) return [];
    const named = (row: string) =>
      sql`${column(row, noun.idColumn)} = ${id}::${sql.raw(idType(noun))}`;
    const object = oneRow(compiler, noun, named, possible, asked.nodes).text();
    return [sql`when ${sql.lit(possible.name)} then ${object}`];
  });
  return Json.of(sql`case ${entity} ${sql.join(cases, sql` `)} end`, true);
}
