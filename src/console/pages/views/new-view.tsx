import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type ViewDataset, type ViewKind, ViewPageSaveDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { beginningOf } from "./builder/beginning.js";

const texts = {
  open: { id: "Buat tampilan", en: "Build a view" },
  name: { id: "Judul", en: "Title" },
  dataset: { id: "Tentang apa", en: "About what" },
  kind: { id: "Bentuk hasil", en: "Form of the result" },
  about: {
    id: "Tampilan baru hanya terlihat oleh Anda sampai Anda membagikannya. Setelah ini Anda memilih penyaring, kolom, dan diagramnya sambil melihat hasilnya.",
    en: "A new view is seen by you alone until you share it. Next you choose its filter, columns and chart, and see the result as you do.",
  },
  make: { id: "Simpan dan lihat", en: "Save and see" },
};

function NewViewForm({ close }: { close: () => void }) {
  const t = useText();
  const name = useMemberName();
  const navigate = useNavigate();
  const [save, saving] = useChange(ViewPageSaveDocument);
  const [id] = useState(newId);
  const [title, setTitle] = useState("");
  const [dataset, setDataset] = useState<ViewDataset>("ACTIONS");
  const [kind, setKind] = useState<ViewKind>("TABLE");
  const [fault, setFault] = useState<Fault>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const parts = await beginningOf(dataset, kind);
    const titleText = { indonesian: title };
    const outcome = await save({ input: { id, titleText, dataset, kind, ...parts } });
    if (outcome.fault) return setFault(outcome.fault);
    close();
    const key = outcome.data.saveView.view?.key;
    if (key) await navigate({ to: "/view/$key", params: { key }, search: { edit: "yes" } });
  };
  const choices = (members: readonly string[], of: "ViewDataset" | "ViewKind") =>
    members.map((member) => ({ value: member, label: name(of, member) }));
  const titleFault = faultAt(fault, "titleText") ?? faultAt(fault, "titleText.indonesian");
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      <p className="soft">{t(texts.about)}</p>
      <TextField
        label={t(texts.name)}
        value={title}
        change={setTitle}
        required
        fault={titleFault}
      />
      <ChoiceField
        label={t(texts.dataset)}
        value={dataset}
        change={(value) => setDataset(value as ViewDataset)}
        choices={choices(membersOf("ViewDataset"), "ViewDataset")}
      />
      <ChoiceField
        label={t(texts.kind)}
        value={kind}
        change={(value) => setKind(value as ViewKind)}
        choices={choices(membersOf("ViewKind"), "ViewKind")}
      />
      {fault && !titleFault ? <FaultNote fault={fault} /> : null}
      <button type="submit" className="button main" disabled={saving}>
        {t(texts.make)}
      </button>
    </form>
  );
}

/** The dialog in which a view begins: its title, what it is about, and its form. */
export function NewView() {
  const t = useText();
  return (
    <ModalDialog label={t(texts.open)} title={t(texts.open)} look="button main">
      {(close) => <NewViewForm close={close} />}
    </ModalDialog>
  );
}
