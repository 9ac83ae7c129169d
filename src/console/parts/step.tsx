import { type FormEvent, type ReactNode, useState } from "react";
import type { Fault } from "../graph/faults.js";
import type { Outcome } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import { FaultNote } from "./fault-note.js";
import { faultAt, TextField } from "./fields.js";
import { ModalDialog } from "./modal-dialog.js";
import { useVersioned, type VersionedChange } from "./use-versioned.js";

const texts = {
  cancel: { id: "Batal", en: "Cancel" },
  reason: { id: "Alasan", en: "Reason" },
};

/** A step of something to its next state, of the version that the reader saw. */
export interface Step extends Pick<VersionedChange, "id" | "title" | "version" | "rows"> {
  label: string;
  /** What the button is called where several have the same words. */
  name?: string;
  look?: string;
  run: (expectedVersion: number, reason: string) => Promise<Outcome<unknown>>;
  /** What follows once the reader has left what another stored. */
  leave?: () => void;
}

/** A button that takes a step at once. */
export function StepButton({ label, name, look = "button", leave, run, ...step }: Step) {
  const [fault, setFault] = useState<Fault>();
  const [isRunning, setRunning] = useState(false);
  const { send, clash } = useVersioned({
    ...step,
    setFault,
    run: (version) => run(version, ""),
    leave: () => leave?.(),
  });
  const onClick = async () => {
    setRunning(true);
    await send();
    setRunning(false);
  };
  return (
    <>
      <button
        type="button"
        className={look}
        aria-label={name}
        disabled={isRunning}
        onClick={() => void onClick()}
      >
        {label}
      </button>
      <FaultNote fault={fault} />
      {clash}
    </>
  );
}

interface DialogStep extends Step {
  /** What the step brings about, and whether it can be undone. */
  about: string;
  /** The title of the dialog, where it is not the name of the button. */
  heading?: string;
  /** The words of the button in the dialog, where they are not those that opened it. */
  confirm?: string;
  /** Whether the hub asks for a reason. */
  reason?: "required" | "optional";
  /** What the reader should see before the step. */
  children?: ReactNode;
}

function StepForm({ step, close }: { step: DialogStep; close: () => void }) {
  const t = useText();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const [isRunning, setRunning] = useState(false);
  const { label, confirm = label, look = "button main", about, run, children, leave } = step;
  const { send, clash } = useVersioned({
    ...{ id: step.id, title: step.title, version: step.version, rows: step.rows, setFault },
    run: (version) => run(version, reason),
    done: close,
    leave: () => {
      leave?.();
      close();
    },
  });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    await send();
    setRunning(false);
  };
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)}>
      <p>{about}</p>
      {children}
      {step.reason ? (
        <TextField
          label={t(texts.reason)}
          rows={3}
          required={step.reason === "required"}
          value={reason}
          change={setReason}
          fault={faultAt(fault, "reason")}
        />
      ) : null}
      <FaultNote fault={fault} />
      <div className="row">
        <button
          type="submit"
          className={look === "button quiet" ? "button main" : look}
          disabled={isRunning}
        >
          {confirm}
        </button>
        <button type="button" className="button" onClick={close}>
          {t(texts.cancel)}
        </button>
      </div>
      {clash}
    </form>
  );
}

/** A button that opens a dialog, in which one confirms a step, with a reason where the hub takes one. */
export function StepDialog(step: DialogStep) {
  const { label, name, heading = name ?? label, look = "button" } = step;
  return (
    <ModalDialog label={label} named={name} title={heading} look={look}>
      {(close) => <StepForm step={step} close={close} />}
    </ModalDialog>
  );
}
