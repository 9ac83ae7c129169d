import type { Fault } from "../../graph/faults.js";
import { useText } from "../../language/language.js";
import { faultAt, TextField } from "../../parts/fields.js";
import styles from "./outcome-fields.module.css";
import { useRoom } from "./room.js";
import type { Named } from "./room-model.js";

const texts = {
  text: { id: "Rumusan", en: "Text" },
  due: { id: "Tenggat", en: "Due date" },
  responsible: { id: "Penanggung jawab", en: "Responsible" },
};

/** What one writes of an outcome. */
export interface OutcomeDraft {
  text: string;
  dueOn: string;
  responsible: readonly string[];
}

/** The input's fields of a draft. */
export const draftInput = ({ text, dueOn, responsible }: OutcomeDraft) => ({
  text,
  dueOn: dueOn === "" ? null : dueOn,
  responsibleIds: [...responsible],
});

/** The fields of an outcome's text, its due date and who is responsible. */
export function OutcomeFields({
  draft,
  change,
  fault,
  more = [],
}: {
  draft: OutcomeDraft;
  change: (draft: OutcomeDraft) => void;
  fault: Fault | undefined;
  /** Organisations that may be chosen beside those invited. */
  more?: readonly Named[];
}) {
  const t = useText();
  const { invitations } = useRoom();
  const choices = new Map(
    [...more, ...invitations.map(({ organisation }) => organisation)].map((each) => [
      each.id,
      each,
    ]),
  );
  const toggle = (id: string) =>
    draft.responsible.includes(id)
      ? draft.responsible.filter((each) => each !== id)
      : [...draft.responsible, id];
  return (
    <>
      <TextField
        label={t(texts.text)}
        rows={5}
        required
        value={draft.text}
        change={(text) => change({ ...draft, text })}
        fault={faultAt(fault, "text")}
      />
      <TextField
        label={t(texts.due)}
        type="date"
        value={draft.dueOn}
        change={(dueOn) => change({ ...draft, dueOn })}
        fault={faultAt(fault, "dueOn")}
      />
      <fieldset className={styles.choices}>
        <legend>{t(texts.responsible)}</legend>
        {[...choices.values()].map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={draft.responsible.includes(id)}
              onChange={() => change({ ...draft, responsible: toggle(id) })}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </>
  );
}
