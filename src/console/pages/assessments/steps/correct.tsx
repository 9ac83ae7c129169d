import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AssessmentCorrectDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { newId } from "../../../parts/new-id.js";
import { useAtWork } from "../at-work.js";

const texts = {
  correct: { id: "Betulkan asesmen…", en: "Correct the assessment…" },
  title: { id: "Betulkan asesmen", en: "Correct the assessment" },
  about: {
    id: "Yang sudah terbit tidak berubah. Pembetulan adalah asesmen baru yang dimulai dengan salinan jawaban, bukti dan temuan; setelah terbit, ia menggantikan yang ini.",
    en: "What is published never changes. A correction is a new assessment that begins with a copy of the answers, evidence and findings; once published, it replaces this one.",
  },
  begin: { id: "Mulai pembetulan", en: "Begin the correction" },
};

function CorrectForm({ close }: { close: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const { assessment } = useAtWork();
  const [id] = useState(newId);
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(AssessmentCorrectDocument);
  const correct = async () => {
    const outcome = await run({ input: { id, assessmentId: assessment.id } });
    setFault(outcome.fault);
    if (outcome.fault) return;
    close();
    void navigate({ to: "/assessment/$id", params: { id } });
  };
  return (
    <form action={() => void correct()} className="stack">
      <p>{t(texts.about)}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button main" disabled={running}>
          {t(texts.begin)}
        </button>
      </div>
    </form>
  );
}

/** Begins a correction of a published assessment, for the university's assessors, and leads to it. */
export function Correct() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  const { status, isCorrected } = assessment;
  if (status !== "PUBLISHED" || isCorrected || !rights.assesses) return null;
  return (
    <ModalDialog label={t(texts.correct)} title={t(texts.title)}>
      {(close) => <CorrectForm close={close} />}
    </ModalDialog>
  );
}
