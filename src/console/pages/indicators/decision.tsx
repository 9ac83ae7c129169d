import { useState } from "react";
import {
  IndicatorAcceptFiguresDocument,
  IndicatorRefuseFigureDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import type { Figure } from "./figures.js";

const texts = {
  accept: { id: "Terima", en: "Accept" },
  refuse: { id: "Tolak…", en: "Refuse…" },
  title: { id: "Tolak capaian {period}", en: "Refuse the figure of {period}" },
  reason: { id: "Alasan", en: "Reason" },
  send: { id: "Tolak capaian", en: "Refuse the figure" },
};

function Refusal({ figure: { id, version }, close }: { figure: Figure; close: () => void }) {
  const t = useText();
  const [run, running] = useChange(IndicatorRefuseFigureDocument);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const refuse = async () => {
    const outcome = await run({ input: { id, expectedVersion: version, reason } });
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <form action={() => void refuse()} className="stack">
      <TextField
        label={t(texts.reason)}
        rows={3}
        value={reason}
        change={setReason}
        fault={faultAt(fault, "reason")}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button main" disabled={running}>
          {t(texts.send)}
        </button>
      </div>
    </form>
  );
}

/** The two answers to a proposed figure. */
export function Decision({ figure }: { figure: Figure }) {
  const t = useText();
  const { id, version, period } = figure;
  const [run, running] = useChange(IndicatorAcceptFiguresDocument);
  const [fault, setFault] = useState<Fault>();
  const accept = async () => {
    const outcome = await run({ input: { measurements: [{ id, expectedVersion: version }] } });
    setFault(outcome.fault);
  };
  return (
    <>
      <div className="row">
        <button type="button" className="button" disabled={running} onClick={() => void accept()}>
          {t(texts.accept)}
        </button>
        <ModalDialog label={t(texts.refuse)} title={t(texts.title, { period })}>
          {(close) => <Refusal figure={figure} close={close} />}
        </ModalDialog>
      </div>
      <FaultNote fault={fault} />
    </>
  );
}
