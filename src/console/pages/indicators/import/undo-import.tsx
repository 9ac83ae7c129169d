import { useState } from "react";
import {
  type IndicatorImportsQuery,
  IndicatorUndoImportDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";

const texts = {
  undo: { id: "Tarik kembali…", en: "Take back…" },
  title: { id: "Tarik kembali seluruh tabel", en: "Take the whole table back" },
  about: {
    id: "Semua angka dari tabel ini dicabut, atau tidak satu pun jika sudah ada yang bertumpu padanya.",
    en: "All figures of this table are retracted, or none if something rests on one of them.",
  },
  reason: { id: "Alasan", en: "Reason" },
  send: { id: "Tarik kembali", en: "Take back" },
};

type Row = IndicatorImportsQuery["imports"]["nodes"][number];

function UndoForm({ of: { id, version }, close }: { of: Row; close: () => void }) {
  const t = useText();
  const [run, running] = useChange(IndicatorUndoImportDocument);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const undo = async () => {
    const outcome = await run({ input: { id, expectedVersion: version, reason } });
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <form action={() => void undo()} className="stack">
      <p>{t(texts.about)}</p>
      <TextField
        label={t(texts.reason)}
        rows={3}
        value={reason}
        change={setReason}
        fault={faultAt(fault, "reason")}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button danger" disabled={running}>
          {t(texts.send)}
        </button>
      </div>
    </form>
  );
}

/** Takes an import back as a whole; nothing where that was done. */
export function UndoImport({ of }: { of: Row }) {
  const t = useText();
  if (of.undoneAt) return null;
  return (
    <ModalDialog label={t(texts.undo)} title={t(texts.title)} look="button quiet">
      {(close) => <UndoForm of={of} close={close} />}
    </ModalDialog>
  );
}
