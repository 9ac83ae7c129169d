import { useState } from "react";
import {
  AssessmentAcceptDocument,
  AssessmentBeginReviewDocument,
  AssessmentPublishDocument,
  AssessmentReturnDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { type Outcome, useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { useAtWork } from "../at-work.js";

const texts = {
  title: { id: "Langkah koordinator program", en: "Steps of the programme's coordinators" },
  begin: { id: "Mulai telaah", en: "Begin the review" },
  accept: { id: "Terima asesmen", en: "Accept the assessment" },
  return: { id: "Kembalikan kepada perguruan tinggi", en: "Return it to the university" },
  reason: { id: "Alasan pengembalian", en: "Reason for the return" },
  publish: { id: "Terbitkan", en: "Publish" },
};

/** The steps that the programme's coordinators can take from its status. */
export function CoordinatorSteps() {
  const t = useText();
  const { assessment } = useAtWork();
  const { id, version: expectedVersion, status } = assessment;
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const [begin] = useChange(AssessmentBeginReviewDocument);
  const [accept] = useChange(AssessmentAcceptDocument);
  const [giveBack] = useChange(AssessmentReturnDocument);
  const [publish] = useChange(AssessmentPublishDocument);
  const step = { id, expectedVersion };
  const [running, setRunning] = useState(false);
  const take = async (outcome: Promise<Outcome<unknown>>) => {
    setRunning(true);
    setFault((await outcome).fault);
    setRunning(false);
  };
  const button = (label: string, run: () => Promise<Outcome<unknown>>, look = "") => (
    <button
      type="button"
      className={`button ${look}`}
      disabled={running}
      onClick={() => void take(run())}
    >
      {label}
    </button>
  );
  if (!["SUBMITTED", "IN_REVIEW", "ACCEPTED"].includes(status)) return null;
  return (
    <div className="stack">
      <h3>{t(texts.title)}</h3>
      {status === "SUBMITTED" ? button(t(texts.begin), () => begin({ input: step }), "main") : null}
      {status === "IN_REVIEW" ? (
        <>
          <div className="row">
            {button(t(texts.accept), () => accept({ input: step }), "main")}
          </div>
          <TextField
            label={t(texts.reason)}
            rows={2}
            value={reason}
            change={setReason}
            fault={faultAt(fault, "reason")}
          />
          <div className="row">
            {button(t(texts.return), () => giveBack({ input: { ...step, reason } }))}
          </div>
        </>
      ) : null}
      {status === "ACCEPTED"
        ? button(t(texts.publish), () => publish({ input: step }), "main")
        : null}
      <FaultNote fault={fault} />
    </div>
  );
}
