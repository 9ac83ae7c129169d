import { useState } from "react";
import {
  RoomInviteDocument,
  RoomNameDelegatesDocument,
  RoomWithdrawInvitationDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { type FoundOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import { StepDialog } from "../../parts/step.js";
import { EditClash, useEdit } from "../../parts/use-edit.js";
import { useForm } from "../../parts/use-form.js";
import { delegatesIn } from "./invitees.js";
import { useRoom } from "./room.js";
import type { Invitation } from "./room-model.js";

const texts = {
  invite: { id: "Undang lembaga", en: "Invite an organisation" },
  organisation: { id: "Lembaga", en: "Organisation" },
  delegates: { id: "Utusan, satu per baris", en: "Delegates, one a line" },
  delegatesHint: {
    id: "Nama atau jabatan; tercantum dalam berita acara.",
    en: "By name or office; they stand in the minutes.",
  },
  send: { id: "Undang", en: "Invite" },
  name: { id: "Utusan", en: "Delegates" },
  nameOf: { id: "Tentukan utusan {who}", en: "Name the delegates of {who}" },
  save: { id: "Simpan", en: "Save" },
  withdraw: { id: "Tarik undangan", en: "Withdraw" },
  withdrawOf: { id: "Tarik undangan {who}", en: "Withdraw the invitation of {who}" },
  aboutWithdrawing: {
    id: "Lembaga ini tidak lagi diundang dan tidak dihitung dalam kuorum.",
    en: "The organisation is no longer invited, and the quorum does not count it.",
  },
  invited: { id: "Undangan", en: "Invitation" },
};

function InviteForm({ close }: { close: () => void }) {
  const t = useText();
  const { meeting, invitations } = useRoom();
  const [id] = useState(newId);
  const [picked, pick] = useState<FoundOrganisation | null>(null);
  const [invite, isRunning] = useChange(RoomInviteDocument);
  const form = useForm({ delegates: "" }, { delegates: t(texts.delegates) });
  const send = async () => {
    const delegates = delegatesIn(form.values.delegates);
    const whom = { deliberationId: meeting.id, organisationId: picked?.id ?? "" };
    const { fault } = await invite({ input: { id, ...whom, delegates } });
    if (!fault) close();
    return fault;
  };
  return (
    <form className="stack" onSubmit={form.onSubmit(send)}>
      <OrganisationField
        label={t(texts.organisation)}
        value={picked}
        change={pick}
        fault={faultAt(form.fault, "organisationId")}
        without={invitations.map(({ organisation }) => organisation.id)}
      />
      <TextField {...form.field("delegates")} rows={3} hint={t(texts.delegatesHint)} />
      <FaultNote fault={form.fault} />
      <button type="submit" className="button main" disabled={isRunning || !picked}>
        {t(texts.send)}
      </button>
    </form>
  );
}

/** The dialog in which the convener invites another organisation, also in session. */
export function InviteDialog() {
  const t = useText();
  return (
    <ModalDialog label={t(texts.invite)} title={t(texts.invite)}>
      {(close) => <InviteForm close={close} />}
    </ModalDialog>
  );
}

function DelegatesForm({ invitation, close }: { invitation: Invitation; close: () => void }) {
  const t = useText();
  const [name, isRunning] = useChange(RoomNameDelegatesDocument);
  const { id, version, delegates, organisation } = invitation;
  const edit = useEdit({
    ...{ version, done: close },
    first: { delegates: delegates.join("\n") },
    labels: { delegates: t(texts.delegates) },
    currentOf: (current) => ({ delegates: ((current.delegates ?? []) as string[]).join("\n") }),
    run: ({ delegates: text }, expectedVersion) =>
      name({ input: { id, expectedVersion, delegates: delegatesIn(text ?? "") } }),
  });
  const { form } = edit;
  return (
    <form className="stack" onSubmit={form.onSubmit(() => edit.send())}>
      <TextField {...form.field("delegates")} rows={4} hint={t(texts.delegatesHint)} />
      <FaultNote fault={form.fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash edit={edit} id={id} title={organisation.name} done={close} />
    </form>
  );
}

/** The dialog in which the convener, or the organisation itself, names who speaks for it. */
export function DelegatesDialog({ invitation }: { invitation: Invitation }) {
  const t = useText();
  const title = t(texts.nameOf, { who: invitation.organisation.name });
  return (
    <ModalDialog label={t(texts.name)} named={title} title={title} look="button quiet">
      {(close) => <DelegatesForm invitation={invitation} close={close} />}
    </ModalDialog>
  );
}

/** The step by which the convener withdraws an invitation. */
export function WithdrawInvitation({ invitation }: { invitation: Invitation }) {
  const t = useText();
  const { again } = useRoom();
  const [withdraw] = useChange(RoomWithdrawInvitationDocument);
  const { id, version, organisation, delegates } = invitation;
  const who = organisation.name;
  return (
    <StepDialog
      {...{ id, version, title: who, look: "button quiet", about: t(texts.aboutWithdrawing) }}
      label={t(texts.withdraw)}
      name={t(texts.withdrawOf, { who })}
      rows={(current) => [
        {
          ...{ name: t(texts.delegates), mine: delegates.join("; ") },
          theirs: ((current.delegates ?? []) as string[]).join("; "),
        },
      ]}
      run={(expectedVersion) => withdraw({ input: { id, expectedVersion } })}
      leave={again}
    />
  );
}
