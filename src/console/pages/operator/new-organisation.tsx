import { OperatorCreateOrganisationDocument, type Sector } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { CreationForm, useCreation } from "./creation.js";
import styles from "./operator.module.css";

const texts = {
  name: { id: "Nama lembaga", en: "Name of the organisation" },
  sector: { id: "Unsur", en: "Sector" },
  parent: { id: "Bagian dari", en: "Part of" },
  none: { id: "Tidak ada", en: "None" },
  region: { id: "Kode wilayah", en: "Region's code" },
  regionHint: { id: "Misalnya 36.02", en: "As 36.02" },
  create: { id: "Daftarkan lembaga", en: "Register the organisation" },
  made: { id: "{name} telah terdaftar.", en: "{name} is registered." },
};

/** The organisations that one can choose from. */
export type Choices = readonly { id: string; name: string }[];

interface Draft {
  name: string;
  sector: Sector;
  parentId: string;
  regionCode: string;
}

const empty: Draft = { name: "", sector: "CENTRAL_GOVERNMENT", parentId: "", regionCode: "" };

function Fields({
  draft,
  change,
  organisations,
  fault,
}: {
  draft: Draft;
  change: (draft: Draft) => void;
  organisations: Choices;
  fault: Fault | undefined;
}) {
  const t = useText();
  const memberName = useMemberName();
  const fieldOf = (name: keyof Draft) => ({
    value: draft[name],
    change: (value: string) => change({ ...draft, [name]: value }),
    fault: faultAt(fault, name),
  });
  const sectors = membersOf("Sector").map((value) => ({
    value,
    label: memberName("Sector", value),
  }));
  const parents = organisations.map((one) => ({ value: one.id, label: one.name }));
  return (
    <div className={styles.choices}>
      <TextField label={t(texts.name)} {...fieldOf("name")} required />
      <ChoiceField label={t(texts.sector)} {...fieldOf("sector")} choices={sectors} />
      <ChoiceField
        label={t(texts.parent)}
        {...fieldOf("parentId")}
        choices={[{ value: "", label: t(texts.none) }, ...parents]}
      />
      <TextField label={t(texts.region)} {...fieldOf("regionCode")} hint={t(texts.regionHint)} />
    </div>
  );
}

/** The form in which an operator registers an organisation. */
export function NewOrganisation({
  organisations,
  done,
}: {
  organisations: Choices;
  done: () => void;
}) {
  const t = useText();
  const creation = useCreation({
    ...{ document: OperatorCreateOrganisationDocument, empty, done },
    inputOf: ({ name, sector, parentId, regionCode }, id) => {
      const parent = parentId ? { parentId } : {};
      const region = regionCode ? { regionCode } : {};
      return { id, name, sector, ...parent, ...region };
    },
  });
  const { draft, setDraft, fault, made } = creation;
  return (
    <CreationForm
      of={creation}
      made={made ? t(texts.made, { name: made.name }) : null}
      create={t(texts.create)}
    >
      <Fields draft={draft} change={setDraft} organisations={organisations} fault={fault} />
    </CreationForm>
  );
}
