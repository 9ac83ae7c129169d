import type { Class } from "../model/class.js";
import { fieldsOfOther, nounOf } from "../model/dictionary.js";
import { isReference } from "../model/field.js";
import { sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import type { RootPlan } from "./roots.js";
import { objectOf, rowWithId } from "./rows.js";

// The root fields of subscriptions. An event is a row of the ledger, which was found to be visible to the
// viewer in the same snapshot, and the row that the subscription follows, if it follows one.

/** A root field that shows the event's own row, whose filter need not run again. */
export const seenRow =
  (target: () => Class): RootPlan =>
  (compiler, selected) => {
    const noun = nounOf(target());
    const row = compiler.statement.row(noun.table);
    const object = compiler.rowObject(noun, row, objectOf(selected), selected.nodes).text();
    const isOwn = sql`${row.column(noun.idColumn)} = ${compiler.event.column("position")}`;
    return Json.of(sql`(select ${object} from ${row.source} where ${isOwn})`, true);
  };

/** A root field that shows an event's position, its own row, and the row that is followed. */
export const eventWith =
  (own: () => Class): RootPlan =>
  (compiler, selected) => {
    const member: Writer = (one) =>
      one.definition.name === "position"
        ? Json.value(compiler.event.column("position"), "number", false)
        : rowOfEvent(compiler, one, own());
    return compiler.object(objectOf(selected), selected.nodes, member);
  };

function rowOfEvent(compiler: Compiler, selected: SelectedField, own: Class): Json {
  const field = fieldsOfOther(selected.parent.name)?.get(selected.definition.name);
  if (!field || !isReference(field)) throw new Unplannable(nameOf(selected));
  const target = field.target();
  if (target === own) return seenRow(() => own)(compiler, selected);
  return rowWithId(compiler, nounOf(target), compiler.event.column("followed"), selected);
}

/** Writes the root fields of a subscription. */
export const eventWriter =
  (compiler: Compiler): Writer =>
  (selected) => {
    const plan = selected.definition.extensions.plan as RootPlan | undefined;
    if (!plan) throw new Unplannable(nameOf(selected));
    return plan(compiler, selected);
  };
