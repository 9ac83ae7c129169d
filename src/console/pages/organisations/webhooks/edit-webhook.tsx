import { type WebhookPartsFragment, WebhookUpdateDocument } from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FormFault } from "../../../parts/fault-note.js";
import { TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { EditClash, useEdit } from "../../../parts/use-edit.js";
import { filterInput, filterText } from "./filter.js";
import { FilterField, useFilterWords } from "./filter-field.js";

const texts = {
  open: { id: "Ubah", en: "Change" },
  openOf: { id: "Ubah webhook {name}", en: "Change the webhook {name}" },
  name: { id: "Nama", en: "Name" },
  address: { id: "Alamat penerima", en: "Receiver's address" },
  where: { id: "Perubahan yang dikirim", en: "Changes that are sent" },
  save: { id: "Simpan", en: "Save" },
};

interface FormProps {
  webhook: WebhookPartsFragment;
  close: () => void;
}

type Values = { name: string; address: string; where: string };

const valuesOf = (of: Readonly<Record<string, unknown>>): Values => ({
  ...{ name: String(of.name ?? ""), address: String(of.address ?? "") },
  where: filterText(of.where),
});

function EditForm({ webhook, close }: FormProps) {
  const t = useText();
  const words = useFilterWords();
  const [update, isRunning] = useChange(WebhookUpdateDocument);
  const { id, version, name } = webhook;
  const edit = useEdit<Values>({
    ...{ first: valuesOf({ ...webhook }), version, currentOf: valuesOf, done: close },
    labels: { name: t(texts.name), address: t(texts.address), where: t(texts.where) },
    run: ({ where, ...changed }, expectedVersion) => {
      const filter = where === undefined ? {} : { where: filterInput(where) };
      return update({ input: { id, expectedVersion, ...changed, ...filter } });
    },
  });
  const { form, send } = edit;
  return (
    <form className="stack" onSubmit={form.onSubmit(() => send())}>
      <TextField {...form.field("name")} required />
      <TextField {...form.field("address")} type="url" required />
      <FilterField {...form.field("where")} />
      <FormFault fault={form.fault} at={["name", "address", "where"]} />
      <div className="row">
        <button type="submit" className="button main" disabled={isRunning}>
          {t(texts.save)}
        </button>
      </div>
      <EditClash
        edit={edit}
        id={id}
        title={t(texts.openOf, { name })}
        shown={(path, value) => (path === "where" ? words(value) : value)}
        done={close}
      />
    </form>
  );
}

/** The dialog that changes a webhook's name, address or filter. */
export function EditWebhook({ webhook }: { webhook: WebhookPartsFragment }) {
  const t = useText();
  const title = t(texts.openOf, { name: webhook.name });
  return (
    <ModalDialog label={t(texts.open)} named={title} title={title}>
      {(close) => <EditForm webhook={webhook} close={close} />}
    </ModalDialog>
  );
}
