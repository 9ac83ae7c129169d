import {
  type ActionContributionFragment,
  type ContributionKind,
  MoneyCorrectDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { EditClash, orNull, useEdit } from "../../../parts/use-edit.js";

const texts = {
  correct: { id: "Koreksi", en: "Correct" },
  title: { id: "Koreksi kontribusi", en: "Correct the contribution" },
  kind: { id: "Jenis", en: "Kind" },
  amount: { id: "Jumlah (rupiah)", en: "Amount (rupiah)" },
  quantity: { id: "Banyaknya", en: "Quantity" },
  unit: { id: "Satuan", en: "Unit" },
  note: { id: "Catatan", en: "Note" },
  reason: { id: "Alasan koreksi", en: "Reason for the correction" },
  save: { id: "Simpan koreksi", en: "Save the correction" },
};

type Contribution = ActionContributionFragment;

function useCorrection(contribution: Contribution, done: () => void) {
  const t = useText();
  const [correct, isRunning] = useChange(MoneyCorrectDocument);
  const { id, version, kind, amount, quantity, unit, note } = contribution;
  const measure = { amount: amount ?? "", quantity: quantity === null ? "" : String(quantity) };
  const edit = useEdit({
    ...{ version, done, always: ["reason"] },
    first: { kind: kind as string, ...measure, unit: unit ?? "", note: note ?? "", reason: "" },
    labels: {
      ...{ kind: t(texts.kind), amount: t(texts.amount), quantity: t(texts.quantity) },
      ...{ unit: t(texts.unit), note: t(texts.note), reason: t(texts.reason) },
    },
    run: ({ kind: to, quantity: count, reason = "", ...changed }, expectedVersion) => {
      const moved = to ? { kind: to as ContributionKind } : {};
      const counted = count === undefined ? {} : { quantity: count ? Number(count) : null };
      const input = { id, expectedVersion, reason, ...orNull(changed), ...moved, ...counted };
      return correct({ input });
    },
  });
  return { edit, isRunning };
}

function CorrectForm({ contribution, done }: { contribution: Contribution; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const { money } = useFormats();
  const { edit, isRunning } = useCorrection(contribution, done);
  const { field, fault, onSubmit } = edit.form;
  const shown = (path: string, value: string) => {
    if (path === "kind") return name("ContributionKind", value);
    return path === "amount" && value ? money(value) : value;
  };
  const kinds = membersOf("ContributionKind").map((value) => ({
    ...{ value, label: name("ContributionKind", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(() => edit.send())}>
      <ChoiceField {...field("kind")} choices={kinds} />
      <TextField {...field("amount")} type="number" />
      <TextField {...field("quantity")} type="number" />
      <TextField {...field("unit")} />
      <TextField {...field("note")} rows={2} />
      <TextField {...field("reason")} rows={2} required />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        {...{ edit, shown, done, id: contribution.id }}
        title={name("ContributionKind", contribution.kind)}
      />
    </form>
  );
}

/** Corrects what was recorded in error about a contribution, in a dialog, with the reason. */
export function CorrectContribution({ contribution }: { contribution: Contribution }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.correct)} named={t(texts.title)} title={t(texts.title)}>
      {(close) => <CorrectForm contribution={contribution} done={close} />}
    </ModalDialog>
  );
}
