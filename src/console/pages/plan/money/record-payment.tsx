import { useState } from "react";
import { ActionRecordPaymentDocument } from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { newId } from "../../../parts/new-id.js";
import { useForm } from "../../../parts/use-form.js";

const texts = {
  record: { id: "Catat pembayaran", en: "Record a payment" },
  amount: { id: "Jumlah (rupiah)", en: "Amount (rupiah)" },
  paidOn: { id: "Tanggal bayar", en: "Paid on" },
  note: { id: "Catatan", en: "Note" },
  save: { id: "Simpan", en: "Save" },
};

function PaymentForm({ contributionId, done }: { contributionId: string; done: () => void }) {
  const t = useText();
  const [id] = useState(newId);
  const [record, isRunning] = useChange(ActionRecordPaymentDocument);
  const { values, fault, field, onSubmit } = useForm(
    { amount: "", paidOn: "", note: "" },
    { amount: t(texts.amount), paidOn: t(texts.paidOn), note: t(texts.note) },
  );
  const send = async () => {
    const input = { id, contributionId, ...values, note: values.note || null };
    const outcome = await record({ input });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <FaultNote fault={fault} />
      <TextField {...field("amount")} type="number" required />
      <TextField {...field("paidOn")} type="date" required />
      <TextField {...field("note")} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** Records a dated payment of a contribution, in a dialog. */
export function RecordPayment({ contributionId }: { contributionId: string }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.record)} title={t(texts.record)}>
      {(close) => <PaymentForm contributionId={contributionId} done={close} />}
    </ModalDialog>
  );
}
