import { type ReactNode, useState } from "react";
import type { TypedDocumentString } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { useAtWork } from "../at-work.js";

const texts = { change: { id: "Ubah…", en: "Change…" } };

/** The input of the removal of one version of a thing. */
interface Removal {
  input: { id: string; expectedVersion: number };
}

/** The steps on a finding beside `children`: its change in a dialog, and its removal. */
export function FindingSteps<Data>({
  finding: { id, version: expectedVersion },
  removal,
  words,
  form,
  className,
  children,
}: {
  finding: { id: string; version: number };
  removal: TypedDocumentString<Data, Removal>;
  words: { changeTitle: string; remove: string };
  form: (close: () => void) => ReactNode;
  className: string;
  children?: ReactNode;
}) {
  const t = useText();
  const { rights, again } = useAtWork();
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(removal);
  const remove = async () => {
    const outcome = await run({ input: { id, expectedVersion } });
    setFault(outcome.fault);
    if (!outcome.fault) again();
  };
  return (
    <>
      <div className={className}>
        {children}
        {rights.answers ? (
          <>
            <ModalDialog look="button quiet" label={t(texts.change)} title={words.changeTitle}>
              {form}
            </ModalDialog>
            <button
              type="button"
              className="button quiet"
              disabled={running}
              onClick={() => void remove()}
            >
              {words.remove}
            </button>
          </>
        ) : null}
      </div>
      <FaultNote fault={fault} />
    </>
  );
}
