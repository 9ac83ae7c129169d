import { useState } from "react";
import { RoomAmendDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { ChangedBy } from "../../parts/conflict-dialog.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { draftInput, type OutcomeDraft, OutcomeFields } from "./outcome-fields.js";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";
import { WordDiff } from "./word-diff.js";

const texts = {
  amend: { id: "Ubah rumusan", en: "Amend the text" },
  about: {
    id: "Rumusan baru mulai tanpa sikap: setiap lembaga menyatakannya kembali.",
    en: "A new text begins without positions: each organisation takes its position again.",
  },
  reason: { id: "Alasan perubahan", en: "Reason for the amendment" },
  send: { id: "Simpan rumusan baru", en: "Save the new text" },
  met: {
    id: "Rumusan lain sudah disimpan lebih dahulu. Rumusan itu dibandingkan dengan rumusan Anda:",
    en: "Another text was saved first. It is compared with yours:",
  },
  keepMine: { id: "Simpan rumusan saya", en: "Save my text" },
  takeTheirs: { id: "Pakai rumusan terbaru", en: "Take the newest text" },
};

const draftOf = ({ text, dueOn, responsible }: Outcome): OutcomeDraft => ({
  text,
  dueOn: dueOn ?? "",
  responsible: responsible.map(({ id }) => id),
});

/** What somebody else wrote in between beside what one wrote, and the choice between the two. */
function Met({ outcome, mine, take }: { outcome: Outcome; mine: string; take: () => void }) {
  const t = useText();
  return (
    <div className="stack" role="alert">
      <p>{t(texts.met)}</p>
      <ChangedBy id={outcome.id} />
      <WordDiff before={outcome.text} after={mine} />
      <button type="button" className="button" onClick={take}>
        {t(texts.takeTheirs)}
      </button>
    </div>
  );
}

function AmendForm({ outcome, close }: { outcome: Outcome; close: () => void }) {
  const t = useText();
  const { again } = useRoom();
  const [run, running] = useChange(RoomAmendDocument);
  const [seen, setSeen] = useState(outcome.version);
  const [draft, setDraft] = useState(() => draftOf(outcome));
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const hasMet = outcome.version !== seen;
  const amend = async () => {
    // One who was shown both texts and sends has chosen.
    setSeen(outcome.version);
    const input = { id: outcome.id, expectedVersion: outcome.version, reason };
    const answer = await run({ input: { ...input, ...draftInput(draft) } });
    setFault(answer.fault);
    if (!answer.fault) close();
    if (answer.fault?.code === "CONFLICT") again();
  };
  const takeTheirs = () => {
    setSeen(outcome.version);
    setDraft(draftOf(outcome));
    setFault(undefined);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void amend();
      }}
    >
      <p className="soft">{t(texts.about)}</p>
      <OutcomeFields draft={draft} change={setDraft} fault={fault} more={outcome.responsible} />
      <TextField
        label={t(texts.reason)}
        rows={2}
        required
        value={reason}
        change={setReason}
        fault={faultAt(fault, "reason")}
      />
      {hasMet ? <Met outcome={outcome} mine={draft.text} take={takeTheirs} /> : null}
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={running}>
        {t(hasMet ? texts.keepMine : texts.send)}
      </button>
    </form>
  );
}

/** The dialog in which the convener, or who proposed it, writes a new text of an outcome. */
export function AmendDialog({ outcome }: { outcome: Outcome }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.amend)} title={t(texts.amend)}>
      {(close) => <AmendForm outcome={outcome} close={close} />}
    </ModalDialog>
  );
}
