import { fieldsOfOther, idType, nounOf } from "../model/dictionary.js";
import { isReference } from "../model/field.js";
import { sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { objectOf, rowsWithIds, rowWithId } from "./rows.js";
import { placeholder } from "./run.js";
import { jsonValue } from "./structures.js";

/** Scalars of payloads that may stand in a statement. Others, as the secret of a key, leave the hub once. */
const plain: ReadonlySet<string> = new Set(["position", "removedId"]);

/** The member of a payload, by what the mutation gave under its name: a value, or the ids of rows to read. */
function writtenMember(compiler: Compiler, selected: SelectedField): Json {
  const { name, type } = selected.definition;
  const given = (ofId: (value: unknown) => unknown) =>
    placeholder(({ written }) => ofId(written?.[name] ?? null));
  const field = fieldsOfOther(selected.parent.name)?.get(name);
  if (field && isReference(field)) {
    const noun = nounOf(field.target());
    const ids = given((value) => value);
    return field.type === "references"
      ? rowsWithIds(compiler, noun, sql`unnest(${ids}::text[])`, selected)
      : rowWithId(compiler, noun, sql`${ids}::${sql.raw(idType(noun))}`, selected);
  }
  if (!plain.has(name)) throw new Unplannable(nameOf(selected));
  return jsonValue(compiler, selected, type, sql`${given(JSON.stringify)}::jsonb`);
}

/** Writes the root field of a mutation that was performed: its payload, as the viewer sees it afterwards. */
export const payloadWriter =
  (compiler: Compiler): Writer =>
  (selected) =>
    compiler.object(objectOf(selected), selected.nodes, (member) =>
      writtenMember(compiler, member),
    );
