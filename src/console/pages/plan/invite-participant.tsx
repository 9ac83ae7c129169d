import { useState } from "react";
import { type ParticipantRole, PlanInviteDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { type FoundOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import { useForm } from "../../parts/use-form.js";

const texts = {
  invite: { id: "Undang peserta", en: "Invite a participant" },
  about: {
    id: "Lembaga ini ikut serta setelah menerima undangan.",
    en: "The organisation takes part once it accepts.",
  },
  organisation: { id: "Lembaga", en: "Organisation" },
  role: { id: "Peran", en: "Role" },
  send: { id: "Undang", en: "Invite" },
};

function InviteForm({ planId, done }: { planId: string; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const [id] = useState(newId);
  const [picked, pick] = useState<FoundOrganisation | null>(null);
  const [invite, isRunning] = useChange(PlanInviteDocument);
  const { values, field, fault, onSubmit } = useForm(
    { role: "IMPLEMENTING" },
    { role: t(texts.role) },
  );
  const send = async () => {
    const role = values.role as ParticipantRole;
    const input = { id, planId, organisationId: picked?.id ?? "", role };
    const outcome = await invite({ input });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  const roles = membersOf("ParticipantRole").map((value) => ({
    ...{ value, label: name("ParticipantRole", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <p>{t(texts.about)}</p>
      <OrganisationField
        label={t(texts.organisation)}
        value={picked}
        change={pick}
        fault={faultAt(fault, "organisationId")}
      />
      <ChoiceField {...field("role")} choices={roles} />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning || !picked}>
        {t(texts.send)}
      </button>
    </form>
  );
}

/** The dialog in which a plan's coordinator invites an organisation to take part in a role. */
export function InviteParticipant({ planId }: { planId: string }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.invite)} title={t(texts.invite)}>
      {(close) => <InviteForm planId={planId} done={close} />}
    </ModalDialog>
  );
}
