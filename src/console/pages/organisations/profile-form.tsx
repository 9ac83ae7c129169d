import { useState } from "react";
import {
  type OrganisationPagePartsFragment,
  OrganisationPageUpdateDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { CheckField } from "../../parts/check-fields.js";
import { FormFault } from "../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { type ChosenOrganisation, OrganisationField } from "../../parts/organisation-field.js";
import { type Edit, EditClash, useEdit } from "../../parts/use-edit.js";
import { type Profile, profileIn, profileInput, profileOf } from "./profile-values.js";

const texts = {
  open: { id: "Ubah profil", en: "Change the profile" },
  name: { id: "Nama", en: "Name" },
  sector: { id: "Unsur", en: "Sector" },
  stateOwned: { id: "BUMN atau BUMD", en: "State-owned (BUMN or BUMD)" },
  regionCode: { id: "Kode wilayah", en: "Region's code" },
  regionHint: { id: "Misalnya 36.02", en: "As 36.02" },
  contact: { id: "Kontak", en: "Contact" },
  note: { id: "Catatan", en: "Note" },
  parentId: { id: "Bagian dari", en: "Part of" },
  yes: { id: "Ya", en: "Yes" },
  no: { id: "Tidak", en: "No" },
  save: { id: "Simpan", en: "Save" },
};

type Organisation = OrganisationPagePartsFragment;

interface FormProps {
  organisation: Organisation;
  /** True for the platform's operator, who alone moves an organisation into another. */
  isOperator: boolean;
  close: () => void;
}

function useProfileEdit({ organisation, close }: FormProps) {
  const t = useText();
  const [update, isRunning] = useChange(OrganisationPageUpdateDocument);
  const { id, version } = organisation;
  const edit = useEdit<Profile>({
    ...{ first: profileOf(organisation), version, currentOf: profileIn, done: close },
    labels: {
      ...{ name: t(texts.name), sector: t(texts.sector), stateOwned: t(texts.stateOwned) },
      ...{ regionCode: t(texts.regionCode), contact: t(texts.contact), note: t(texts.note) },
      parentId: t(texts.parentId),
    },
    run: (changed, expectedVersion) =>
      update({ input: { id, expectedVersion, ...profileInput(changed) } }),
  });
  return [edit, isRunning] as const;
}

function Fields({
  edit: { form },
  parent,
  setParent,
}: {
  edit: Edit<Profile>;
  parent: ChosenOrganisation;
  setParent: ((parent: ChosenOrganisation) => void) | undefined;
}) {
  const t = useText();
  const name = useMemberName();
  const { field, values, fault } = form;
  const isStateOwned = values.stateOwned === "yes";
  const sectors = membersOf("Sector").map((value) => ({ value, label: name("Sector", value) }));
  return (
    <>
      <TextField {...field("name")} required />
      <ChoiceField {...field("sector")} choices={sectors} />
      {isStateOwned || values.sector === "PRIVATE_SECTOR" ? (
        <CheckField
          label={t(texts.stateOwned)}
          checked={isStateOwned}
          change={(checked) => field("stateOwned").change(checked ? "yes" : "")}
          fault={faultAt(fault, "stateOwned")}
        />
      ) : null}
      <TextField {...field("regionCode")} hint={t(texts.regionHint)} />
      <TextField {...field("contact")} rows={2} />
      <TextField {...field("note")} rows={3} />
      {setParent ? (
        <OrganisationField {...field("parentId")} value={parent} change={setParent} />
      ) : null}
    </>
  );
}

function ProfileForm(props: FormProps) {
  const t = useText();
  const name = useMemberName();
  const { organisation, isOperator, close } = props;
  const [edit, isRunning] = useProfileEdit(props);
  const [parent, setParent] = useState<ChosenOrganisation>(organisation.parent);
  const { field, fault, onSubmit } = edit.form;
  const place = (chosen: ChosenOrganisation) => {
    setParent(chosen);
    field("parentId").change(chosen?.id ?? "");
  };
  const names = new Map([organisation.parent, parent].map((one) => [one?.id, one?.name]));
  const shown = (path: keyof Profile, value: string) => {
    if (path === "sector") return name("Sector", value);
    if (path === "stateOwned") return t(value ? texts.yes : texts.no);
    return path === "parentId" ? (names.get(value) ?? value) : value;
  };
  return (
    <form onSubmit={onSubmit(() => edit.send())} className="stack">
      <Fields edit={edit} parent={parent} setParent={isOperator ? place : undefined} />
      <FormFault fault={fault} at={Object.keys(edit.labels)} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        edit={edit}
        id={organisation.id}
        title={organisation.name}
        shown={shown}
        done={close}
      />
    </form>
  );
}

/** The dialog in which administrators and the operator change the profile. */
export function ProfileDialog({
  organisation,
  isOperator,
}: {
  organisation: Organisation;
  isOperator: boolean;
}) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.open)} title={t(texts.open)}>
      {(close) => <ProfileForm organisation={organisation} isOperator={isOperator} close={close} />}
    </ModalDialog>
  );
}
