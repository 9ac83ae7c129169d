import { useState } from "react";
import type { Fault } from "../graph/faults.js";
import type { Outcome } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import { FaultNote } from "./fault-note.js";
import { faultAt, TextField } from "./fields.js";

const texts = { reason: { id: "Alasan", en: "Reason" } };

/** A form in a dialog for a step that needs a reason; the dialog closes when the hub has taken it. */
export function ReasonForm({
  about,
  send,
  look = "button main",
  running,
  run,
  close,
}: {
  about?: string;
  /** The words of the button. */
  send: string;
  look?: string;
  running: boolean;
  run: (reason: string) => Promise<Outcome<unknown>>;
  close: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const submit = async () => {
    const outcome = await run(reason);
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <form action={() => void submit()} className="stack">
      {about ? <p>{about}</p> : null}
      <TextField
        label={t(texts.reason)}
        rows={3}
        value={reason}
        change={setReason}
        fault={faultAt(fault, "reason")}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className={look} disabled={running}>
          {send}
        </button>
      </div>
    </form>
  );
}
