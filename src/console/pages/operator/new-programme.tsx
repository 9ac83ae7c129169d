import { useState } from "react";
import { OperatorCreateProgrammeDocument } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { CreationForm, useCreation } from "../../parts/creation.js";
import { faultAt } from "../../parts/fields.js";
import { type ChosenOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import { ProgrammeFields, shownPaths } from "./programme-fields.js";
import { emptyProgramme, programmeInput } from "./programme-values.js";

const texts = {
  owner: { id: "Pemilik", en: "Owner" },
  create: { id: "Buat program", en: "Create the programme" },
  made: { id: "{name} telah dibuat.", en: "{name} is created." },
};

/** The form in which an operator creates a programme. */
export function NewProgramme({ done }: { done: () => void }) {
  const t = useText();
  const [owner, setOwner] = useState<ChosenOrganisation>(null);
  const creation = useCreation({
    ...{ document: OperatorCreateProgrammeDocument, empty: emptyProgramme, done },
    inputOf: ({ startsOn, ...values }, id) => {
      const given = Object.entries(values).filter(([, value]) => value !== "");
      const fields = programmeInput(Object.fromEntries(given), values);
      const name = { indonesian: values.indonesian || null, english: values.english || null };
      return { ...fields, name, startsOn, id, ownerId: owner?.id ?? "" };
    },
  });
  const { draft, setDraft, fault, made } = creation;
  return (
    <CreationForm
      of={creation}
      at={shownPaths}
      made={made ? t(texts.made, { name: made.indonesian }) : null}
      create={t(texts.create)}
    >
      <OrganisationField
        label={t(texts.owner)}
        value={owner}
        change={setOwner}
        fault={faultAt(fault, "ownerId")}
      />
      <ProgrammeFields values={draft} change={setDraft} fault={fault} />
    </CreationForm>
  );
}
