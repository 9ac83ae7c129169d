import { useId, useState } from "react";
import { type Text, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { ChangedBy } from "../../parts/conflict-dialog.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { useRoom } from "./room.js";
import {
  type Named,
  needsReason,
  type Outcome,
  positionOf,
  type Stance,
  stances,
} from "./room-model.js";
import { type Intention, type TakingStance, useStance } from "./stance.js";
import styles from "./stance-picker.module.css";
import { WordDiff } from "./word-diff.js";

const texts = {
  title: { id: "Sikap {who}", en: "Position of {who}" },
  as: { id: "Atas nama", en: "On behalf of" },
  reservation: { id: "Catatan yang menyertai persetujuan", en: "The reservation" },
  objection: { id: "Alasan keberatan", en: "The reason for the objection" },
  send: { id: "Kirim sikap", en: "Send the position" },
  sendNow: { id: "Kirim atas rumusan baru", en: "Send it on the new text" },
  cancel: { id: "Batal", en: "Cancel" },
  changed: {
    id: "Rumusan berubah sejak Anda memilih. Perubahannya:",
    en: "The text has changed since you chose. The changes:",
  },
  taken: {
    id: "Lembaga ini sudah menyatakan: {theirs}. Pilihan Anda: {mine}.",
    en: "This organisation has said: {theirs}. Your choice: {mine}.",
  },
} satisfies Record<string, Text>;

const marks: Record<Stance, string> = {
  AGREE: "✓",
  AGREE_WITH_RESERVATION: "✎",
  OBJECT: "✕",
  ABSTAIN: "○",
};

/** What has come in between: another text, or a position that a colleague took. */
function InBetween({
  intention,
  outcome,
  organisation,
}: {
  intention: Intention;
  outcome: Outcome;
  organisation: Named;
}) {
  const t = useText();
  const name = useMemberName();
  const position = positionOf(outcome, organisation);
  const isTaken = position && position.version !== intention.seenPosition?.version;
  return (
    <>
      {outcome.textVersion === intention.seenVersion ? null : (
        <div role="alert" className={styles.changed}>
          <p>{t(texts.changed)}</p>
          <ChangedBy id={outcome.id} />
          <WordDiff before={intention.seenText} after={outcome.text} />
        </div>
      )}
      {isTaken ? (
        <div role="alert" className={styles.changed}>
          <p>
            {t(texts.taken, {
              theirs: name("Stance", position.stance),
              mine: name("Stance", intention.stance),
            })}
          </p>
          <ChangedBy id={position.id} />
        </div>
      ) : null}
    </>
  );
}

function Words({
  taking: { intention, fault, running, reword, send, drop },
  outcome,
  organisation,
}: {
  taking: TakingStance;
  outcome: Outcome;
  organisation: Named;
}) {
  const t = useText();
  if (!intention || (!needsReason(intention.stance) && !fault)) return null;
  const isNew = outcome.textVersion !== intention.seenVersion;
  const at = faultAt(fault, "reason");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <InBetween intention={intention} outcome={outcome} organisation={organisation} />
      {needsReason(intention.stance) ? (
        <TextField
          label={t(intention.stance === "OBJECT" ? texts.objection : texts.reservation)}
          rows={4}
          required
          value={intention.reason}
          change={reword}
          fault={at}
        />
      ) : null}
      {at ? null : <FaultNote fault={fault} />}
      <div className="row">
        <button type="submit" className="button main" disabled={running}>
          {t(isNew ? texts.sendNow : texts.send)}
        </button>
        <button type="button" className="button" onClick={drop}>
          {t(texts.cancel)}
        </button>
      </div>
    </form>
  );
}

function StanceOf({ outcome, organisation }: { outcome: Outcome; organisation: Named }) {
  const t = useText();
  const name = useMemberName();
  const titled = useId();
  const taking = useStance(outcome, organisation);
  const shown = taking.intention?.stance ?? positionOf(outcome, organisation)?.stance;
  return (
    <fieldset className={styles.picker} aria-labelledby={titled}>
      <p id={titled} className={styles.title}>
        {t(texts.title, { who: organisation.name })}
      </p>
      <div className={styles.buttons}>
        {stances.map((stance) => (
          <button
            key={stance}
            type="button"
            data-stance={stance}
            className={styles.stance}
            aria-pressed={shown === stance}
            disabled={taking.running}
            onClick={() => taking.choose(stance)}
          >
            <span aria-hidden="true">{marks[stance]}</span>
            {name("Stance", stance)}
          </button>
        ))}
      </div>
      <Words taking={taking} outcome={outcome} organisation={organisation} />
    </fieldset>
  );
}

/** The four large buttons by which one of the reader's attending organisations takes its position. */
export function StancePicker({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { voices, meeting } = useRoom();
  const [chosen, choose] = useState<string>();
  const organisation = voices.find(({ id }) => id === chosen) ?? voices[0];
  if (!organisation || outcome.status !== "PROPOSED" || meeting.status !== "IN_SESSION") {
    return null;
  }
  return (
    <div className="stack no-print">
      {voices.length > 1 ? (
        <ChoiceField
          label={t(texts.as)}
          value={organisation.id}
          change={choose}
          choices={voices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <StanceOf key={organisation.id} outcome={outcome} organisation={organisation} />
    </div>
  );
}
