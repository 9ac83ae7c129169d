import { useState } from "react";
import {
  IndicatorAcceptFiguresDocument,
  IndicatorRefuseFigureDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { ReasonForm } from "../../parts/reason-form.js";
import type { Figure } from "./figures.js";

const texts = {
  accept: { id: "Terima", en: "Accept" },
  refuse: { id: "Tolak…", en: "Refuse…" },
  title: { id: "Tolak capaian {period}", en: "Refuse the figure of {period}" },
  send: { id: "Tolak capaian", en: "Refuse the figure" },
};

function Refusal({ figure: { id, version }, close }: { figure: Figure; close: () => void }) {
  const t = useText();
  const [run, running] = useChange(IndicatorRefuseFigureDocument);
  const refuse = (reason: string) => run({ input: { id, expectedVersion: version, reason } });
  return <ReasonForm send={t(texts.send)} running={running} run={refuse} close={close} />;
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
