import { useState } from "react";
import { RoomProposeDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { draftInput, type OutcomeDraft, OutcomeFields } from "./outcome-fields.js";
import { useRoom } from "./room.js";

const texts = {
  propose: { id: "Usulkan hasil", en: "Propose an outcome" },
  as: { id: "Atas nama", en: "On behalf of" },
  send: { id: "Ajukan usulan", en: "Send the proposal" },
};

const empty: OutcomeDraft = { text: "", dueOn: "", responsible: [] };

/** The organisations on whose behalf the reader may propose: those attending, and the convener. */
function useProposers() {
  const { voices, coordinated, convenes, meeting } = useRoom();
  const convener = coordinated.filter(({ id }) => convenes && id === meeting.convener.id);
  return [...new Map([...convener, ...voices].map((each) => [each.id, each])).values()];
}

function ProposeForm({ close }: { close: () => void }) {
  const t = useText();
  const { meeting } = useRoom();
  const proposers = useProposers();
  const [id] = useState(newId);
  const [draft, setDraft] = useState(empty);
  const [organisation, setOrganisation] = useState(proposers[0]?.id ?? "");
  const [run, running] = useChange(RoomProposeDocument);
  const [fault, setFault] = useState<Fault>();
  const propose = async () => {
    const whose = { id, deliberationId: meeting.id, organisationId: organisation };
    const answer = await run({ input: { ...whose, ...draftInput(draft) } });
    setFault(answer.fault);
    if (!answer.fault) close();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <ChoiceField
        label={t(texts.as)}
        value={organisation}
        change={setOrganisation}
        choices={proposers.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <OutcomeFields draft={draft} change={setDraft} fault={fault} />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={running}>
        {t(texts.send)}
      </button>
    </form>
  );
}

/** The dialog in which an attending organisation, or the convener, proposes an outcome. */
export function ProposeDialog() {
  const t = useText();
  const { meeting } = useRoom();
  if (useProposers().length === 0 || meeting.status !== "IN_SESSION") return null;
  return (
    <ModalDialog label={t(texts.propose)} title={t(texts.propose)}>
      {(close) => <ProposeForm close={close} />}
    </ModalDialog>
  );
}
