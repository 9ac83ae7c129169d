import { useState } from "react";
import { ActionPledgeDocument, type ContributionKind } from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { newId } from "../../../parts/new-id.js";
import { OrganisationChoice } from "../../../parts/organisation-choice.js";
import { useForm } from "../../../parts/use-form.js";
import { useMyOrganisations } from "../../../session/use-memberships.js";

const texts = {
  pledge: { id: "Berikan kontribusi", en: "Give a contribution" },
  kind: { id: "Jenis", en: "Kind" },
  amount: { id: "Jumlah (rupiah)", en: "Amount (rupiah)" },
  quantity: { id: "Banyaknya", en: "Quantity" },
  unit: { id: "Satuan", en: "Unit" },
  note: { id: "Catatan", en: "Note" },
  save: { id: "Janjikan", en: "Pledge" },
};

const empty = { kind: "FUNDS", amount: "", quantity: "", unit: "", note: "", organisationId: "" };

function usePledge(actionId: string, done: () => void) {
  const t = useText();
  const mine = useMyOrganisations();
  const [id] = useState(newId);
  const [pledge, isRunning] = useChange(ActionPledgeDocument);
  const form = useForm(empty, {
    ...{ kind: t(texts.kind), amount: t(texts.amount), quantity: t(texts.quantity) },
    ...{ unit: t(texts.unit), note: t(texts.note), organisationId: "" },
  });
  const { kind, amount, quantity, unit, note, organisationId } = form.values;
  const send = async () => {
    const { fault } = await pledge({
      input: {
        ...{ id, actionId, kind: kind as ContributionKind, amount: amount || null },
        quantity: quantity === "" ? null : Number(quantity),
        ...{ unit: unit || null, note: note || null },
        organisationId: organisationId || mine[0]?.id || null,
      },
    });
    if (!fault) done();
    return fault;
  };
  return { form, send, isRunning };
}

function PledgeForm({ actionId, done }: { actionId: string; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const { form, send, isRunning } = usePledge(actionId, done);
  const { field, fault, onSubmit } = form;
  const kinds = membersOf("ContributionKind").map((value) => ({
    ...{ value, label: name("ContributionKind", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <FaultNote fault={fault} />
      <OrganisationChoice {...field("organisationId")} />
      <ChoiceField {...field("kind")} choices={kinds} />
      <TextField {...field("amount")} type="number" />
      <TextField {...field("quantity")} type="number" />
      <TextField {...field("unit")} />
      <TextField {...field("note")} rows={2} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** Pledges a contribution of the reader's organisation to an action, in a dialog. */
export function Pledge({ actionId }: { actionId: string }) {
  const t = useText();
  return (
    <ModalDialog label={`+ ${t(texts.pledge)}`} title={t(texts.pledge)}>
      {(close) => <PledgeForm actionId={actionId} done={close} />}
    </ModalDialog>
  );
}
