import { useState } from "react";
import { GroupAdvanceDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { useMemberships } from "../../session/use-memberships.js";
import { type Group, stepAfter } from "./journey.js";

const texts = {
  advance: { id: "Maju ke tahap {step}", en: "Go on to the step {step}" },
  about: {
    id: "{group} dicatat mencapai tahap {step}.",
    en: "{group} is recorded as having reached the step {step}.",
  },
  confirm: { id: "Catat tahap ini", en: "Record this step" },
};

function AdvanceForm({
  group,
  close,
  again,
}: {
  group: Group;
  close: () => void;
  again: () => void;
}) {
  const t = useText();
  const name = useMemberName();
  const [run, running] = useChange(GroupAdvanceDocument);
  const [fault, setFault] = useState<Fault>();
  const step = stepAfter(group.journey);
  if (!step) return null;
  const advance = async () => {
    const input = { id: group.id, expectedVersion: group.version, journey: step };
    const answer = await run({ input });
    setFault(answer.fault);
    if (!answer.fault) close();
    // The history has a line more; after a conflict, the group is another.
    again();
  };
  return (
    <div className="stack">
      <p>{t(texts.about, { group: group.name, step: name("EnterpriseJourney", step) })}</p>
      <FaultNote fault={fault} />
      <button
        type="button"
        className="button main"
        disabled={running}
        onClick={() => void advance()}
      >
        {t(texts.confirm)}
      </button>
    </div>
  );
}

/** The step that follows, for those who keep the group's record. */
export function AdvanceDialog({ group, again }: { group: Group; again: () => void }) {
  const t = useText();
  const name = useMemberName();
  const memberships = useMemberships();
  const step = stepAfter(group.journey);
  const keeps = memberships?.some(({ organisation }) => organisation.id === group.organisation?.id);
  if (!step || !keeps) return null;
  const label = t(texts.advance, { step: name("EnterpriseJourney", step) });
  return (
    <ModalDialog key={group.journey} label={label} title={label}>
      {(close) => <AdvanceForm group={group} close={close} again={again} />}
    </ModalDialog>
  );
}
