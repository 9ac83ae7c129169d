import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { OperatorCreateOrganisationDocument, type Sector } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { CreationForm, useCreation } from "../../parts/creation.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { type ChosenOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import styles from "./operator.module.css";

const texts = {
  name: { id: "Nama lembaga", en: "Name of the organisation" },
  sector: { id: "Unsur", en: "Sector" },
  parent: { id: "Bagian dari", en: "Part of" },
  region: { id: "Kode wilayah", en: "Region's code" },
  regionHint: { id: "Misalnya 36.02", en: "As 36.02" },
  create: { id: "Daftarkan lembaga", en: "Register the organisation" },
  open: { id: "Tambah anggota pertamanya", en: "Add its first member" },
  made: { id: "{name} telah terdaftar.", en: "{name} is registered." },
};

interface Draft {
  name: string;
  sector: Sector;
  parent: ChosenOrganisation;
  regionCode: string;
}

const empty: Draft = { name: "", sector: "CENTRAL_GOVERNMENT", parent: null, regionCode: "" };

function Fields({
  draft,
  change,
  fault,
}: {
  draft: Draft;
  change: (draft: Draft) => void;
  fault: Fault | undefined;
}) {
  const t = useText();
  const memberName = useMemberName();
  const fieldOf = (name: "name" | "sector" | "regionCode") => ({
    value: draft[name],
    change: (value: string) => change({ ...draft, [name]: value }),
    fault: faultAt(fault, name),
  });
  const sectors = membersOf("Sector").map((value) => ({
    value,
    label: memberName("Sector", value),
  }));
  return (
    <div className={styles.choices}>
      <TextField label={t(texts.name)} {...fieldOf("name")} required />
      <ChoiceField label={t(texts.sector)} {...fieldOf("sector")} choices={sectors} />
      <OrganisationField
        label={t(texts.parent)}
        value={draft.parent}
        change={(parent) => change({ ...draft, parent })}
        fault={faultAt(fault, "parentId")}
      />
      <TextField label={t(texts.region)} {...fieldOf("regionCode")} hint={t(texts.regionHint)} />
    </div>
  );
}

/** The form in which an operator registers an organisation. */
export function NewOrganisation({ done }: { done: () => void }) {
  const t = useText();
  const [key, setKey] = useState<string>();
  const creation = useCreation({
    ...{ document: OperatorCreateOrganisationDocument, empty },
    inputOf: ({ name, sector, parent, regionCode }, id) => ({
      ...{ id, name, sector },
      ...(parent ? { parentId: parent.id } : {}),
      ...(regionCode ? { regionCode } : {}),
    }),
    done: ({ createOrganisation: { organisation } }) => {
      setKey(organisation?.key);
      done();
    },
  });
  const { draft, setDraft, fault, made } = creation;
  return (
    <CreationForm
      of={creation}
      at={["name", "sector", "parentId", "regionCode"]}
      made={
        made && key ? (
          <>
            {t(texts.made, { name: made.name })}{" "}
            <Link to="/organisation/$key" params={{ key }} search={{ tab: "members" }}>
              {t(texts.open)}
            </Link>
          </>
        ) : null
      }
      create={t(texts.create)}
    >
      <Fields draft={draft} change={setDraft} fault={fault} />
    </CreationForm>
  );
}
