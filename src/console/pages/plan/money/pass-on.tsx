import { useState } from "react";
import {
  type ActionContributionFragment,
  MoneyPassOnDocument,
  MoneySourcesDocument,
} from "../../../generated/graphql.js";
import { useAnswer, useChange } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { newId } from "../../../parts/new-id.js";
import { type FoundOrganisation, OrganisationField } from "../../../parts/organisation-field.js";
import { useForm } from "../../../parts/use-form.js";

const texts = {
  passOn: { id: "Sebutkan sumber dana", en: "Name the source of the money" },
  about: {
    id: "Kontribusi ini meneruskan uang dari kontribusi lain. Pemberi asalnya diminta mengonfirmasinya.",
    en: "This contribution passes on money of another. Its giver is asked to confirm.",
  },
  giver: { id: "Lembaga pemberi asal", en: "Organisation whose money it is" },
  source: { id: "Kontribusi asal", en: "Contribution whose money it is" },
  amount: { id: "Jumlah yang diteruskan (rupiah)", en: "Amount passed on (rupiah)" },
  save: { id: "Simpan", en: "Save" },
};

type Contribution = ActionContributionFragment;

function Sources({
  organisation,
  without,
  ...field
}: {
  organisation: FoundOrganisation;
  without: string;
  label: string;
  value: string;
  change: (value: string) => void;
  fault: string | undefined;
}) {
  const { shortMoney } = useFormats();
  const { data } = useAnswer(MoneySourcesDocument, { organisation: organisation.key });
  const choices = (data?.contributions.nodes ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, amount, action }) => ({
      ...{ value: id, label: `${action.title} · ${shortMoney(amount ?? "0")}` },
    }));
  return <ChoiceField {...field} choices={[{ value: "", label: "–" }, ...choices]} />;
}

function PassOnForm({ contribution, done }: { contribution: Contribution; done: () => void }) {
  const t = useText();
  const [id] = useState(newId);
  const [giver, setGiver] = useState<FoundOrganisation | null>(null);
  const [passOn, isRunning] = useChange(MoneyPassOnDocument);
  const labels = { sourceId: t(texts.source), amount: t(texts.amount) };
  const form = useForm({ sourceId: "", amount: contribution.amount ?? "" }, labels);
  const { values, field, fault, onSubmit } = form;
  const send = async () => {
    const outcome = await passOn({ input: { id, contributionId: contribution.id, ...values } });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <p>{t(texts.about)}</p>
      <OrganisationField label={t(texts.giver)} value={giver} change={setGiver} />
      {giver ? (
        <Sources {...field("sourceId")} organisation={giver} without={contribution.id} />
      ) : null}
      <TextField {...field("amount")} type="number" required />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning || values.sourceId === ""}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** Says in a dialog that a contribution passes on money of another one. */
export function PassOn({ contribution }: { contribution: Contribution }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.passOn)} title={t(texts.passOn)}>
      {(close) => <PassOnForm contribution={contribution} done={close} />}
    </ModalDialog>
  );
}
