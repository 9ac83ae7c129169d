import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { AssessmentAssignDocument, AssessmentOfferDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { newId } from "../../../parts/new-id.js";
import { type BeginAs, emptyDraft, inputOf, isChosen } from "./begin-draft.js";
import { HowFields } from "./how-fields.js";
import { SubjectFields } from "./subject-fields.js";
import { UniversityField } from "./university-field.js";

const texts = {
  assign: { id: "Tugaskan", en: "Assign" },
  assigned: {
    id: "Perguruan tinggi melihatnya pada “Menunggu Anda”, dan dapat menolaknya dengan alasan.",
    en: "The university finds it under “Waiting for you”, and can decline it with a reason.",
  },
  offer: { id: "Mulai", en: "Begin" },
  offered: {
    id: "Asesmen dimulai sebagai draf. Koordinator program menelaah dan menerbitkannya setelah Anda menyerahkannya.",
    en: "It begins as a draft. The programme's coordinators have it reviewed and publish it after you submit it.",
  },
};

/** The form that assigns an assessment or begins one; it leads to the new assessment. */
export function BeginForm({ as, close }: { as: BeginAs; close: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => emptyDraft(as));
  const [fault, setFault] = useState<Fault>();
  const [assign, isAssigning] = useChange(AssessmentAssignDocument);
  const [offer, isOffering] = useChange(AssessmentOfferDocument);
  const isOffer = as.kind === "offer";
  const send = async () => {
    const input = inputOf(id, draft);
    const outcome = await (isOffer ? offer({ input }) : assign({ input }));
    setFault(outcome.fault);
    if (outcome.fault) return;
    close();
    void navigate({ to: "/assessment/$id", params: { id } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const form = {
    draft,
    change: (said: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...said })),
    fault,
  };
  return (
    <form onSubmit={submit} className="stack">
      <UniversityField as={as} {...form} />
      <SubjectFields as={as} {...form} />
      <HowFields {...form} />
      <p className="small soft">{t(isOffer ? texts.offered : texts.assigned)}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button
          type="submit"
          className="button main"
          disabled={isAssigning || isOffering || !isChosen(draft)}
        >
          {t(isOffer ? texts.offer : texts.assign)}
        </button>
      </div>
    </form>
  );
}
