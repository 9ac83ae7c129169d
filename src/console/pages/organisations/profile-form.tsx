import { type FormEvent, useState } from "react";
import {
  type OrganisationPagePartsFragment,
  OrganisationPageUpdateDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";

const texts = {
  open: { id: "Ubah profil", en: "Change the profile" },
  name: { id: "Nama", en: "Name" },
  contact: { id: "Kontak", en: "Contact" },
  note: { id: "Catatan", en: "Note" },
  save: { id: "Simpan", en: "Save" },
};

type Organisation = OrganisationPagePartsFragment;

function ProfileForm({ organisation, close }: { organisation: Organisation; close: () => void }) {
  const t = useText();
  const [update, updating] = useChange(OrganisationPageUpdateDocument);
  const [fault, setFault] = useState<Fault>();
  const [draft, setDraft] = useState({
    name: organisation.name,
    contact: organisation.contact ?? "",
    note: organisation.note ?? "",
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, contact, note } = draft;
    const input = { id: organisation.id, expectedVersion: organisation.version, name };
    const outcome = await update({
      input: { ...input, contact: contact || null, note: note || null },
    });
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      {(["name", "contact", "note"] as const).map((field) => (
        <TextField
          key={field}
          label={t(texts[field])}
          value={draft[field]}
          change={(value) => setDraft({ ...draft, [field]: value })}
          fault={faultAt(fault, field)}
          {...(field === "note" ? { rows: 3 } : {})}
        />
      ))}
      {fault && fault.fields.length === 0 ? <FaultNote fault={fault} /> : null}
      <button type="submit" className="button main" disabled={updating}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** The dialog in which the profile is changed; the hub says who may. */
export function ProfileDialog({ organisation }: { organisation: Organisation }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.open)} title={t(texts.open)}>
      {(close) => (
        <ProfileForm key={organisation.version} organisation={organisation} close={close} />
      )}
    </ModalDialog>
  );
}
