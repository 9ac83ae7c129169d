import { getNamedType, isInterfaceType } from "graphql";
import { idType, nounNamed } from "../model/dictionary.js";
import type { NodeName } from "../model/sites.js";
import { sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import type { Compiler, SelectedField } from "./compiler.js";
import { oneRow } from "./rows.js";

/**
 * The row of the noun that the statement names, as the object that is selected of its type; null where it
 * is absent or hidden. Only the named noun's part of the statement runs. `among` names the nouns that it may
 * be of, where those are fewer than all.
 */
export function anyNode(
  compiler: Compiler,
  selected: SelectedField,
  { entity, id }: NodeName,
  among?: ReadonlySet<string>,
): Json {
  const type = getNamedType(selected.definition.type);
  if (!isInterfaceType(type)) throw new Error(`${type.name} is no interface`);
  const cases = compiler.schema.getPossibleTypes(type).flatMap((possible) => {
    const noun = nounNamed(possible.name);
    if (!noun || (among && !among.has(noun.name))) return [];
    const named = (row: RowRef) =>
      sql`${row.column(noun.idColumn)} = ${id}::${sql.raw(idType(noun))}`;
    const object = oneRow(compiler, noun, named, possible, selected.nodes).text();
    return [sql`when ${sql.lit(possible.name)} then ${object}`];
  });
  if (cases.length === 0) return Json.known(null);
  return Json.of(sql`case ${entity} ${sql.join(cases, sql` `)} end`, true);
}
