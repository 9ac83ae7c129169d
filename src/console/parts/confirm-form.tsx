import { useState } from "react";
import type { Fault } from "../graph/faults.js";
import type { Outcome } from "../graph/hooks.js";
import { FaultNote } from "./fault-note.js";

/** What a dialog asks before something that cannot be undone: what follows, and the button that does it. */
export function ConfirmForm({
  about,
  send,
  running,
  run,
  close,
}: {
  about: string;
  /** The words of the button. */
  send: string;
  running: boolean;
  run: () => Promise<Outcome<unknown>>;
  close: () => void;
}) {
  const [fault, setFault] = useState<Fault>();
  const submit = async () => {
    const outcome = await run();
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <div className="stack">
      <p>{about}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button
          type="button"
          className="button danger"
          disabled={running}
          onClick={() => void submit()}
        >
          {send}
        </button>
      </div>
    </div>
  );
}
