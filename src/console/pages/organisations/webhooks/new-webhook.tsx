import { useState } from "react";
import { WebhookCreateDocument } from "../../../generated/graphql.js";
import { useText } from "../../../language/language.js";
import { CreationForm, useCreation } from "../../../parts/creation.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { ShownOnce } from "../../../parts/shown-once.js";
import { filterInput } from "./filter.js";
import { FilterField } from "./filter-field.js";
import { secretTexts } from "./secret-texts.js";

const texts = {
  name: { id: "Nama", en: "Name" },
  address: { id: "Alamat penerima", en: "Receiver's address" },
  addressHint: {
    id: "Alamat https di internet publik; setiap perubahan dikirim ke sana dengan POST.",
    en: "An https address on the public internet; each change is sent there by POST.",
  },
  after: { id: "Setelah posisi", en: "After the position" },
  afterHint: {
    id: "Kosongkan untuk mulai dari sekarang.",
    en: "Leave it empty to start now.",
  },
  create: { id: "Buat webhook", en: "Make a webhook" },
};

const empty = { name: "", address: "", where: "", after: "" };

/** The form of a new webhook, whose secret is shown once. */
export function NewWebhook({ organisationId, done }: { organisationId: string; done: () => void }) {
  const t = useText();
  const [secret, setSecret] = useState<string | null>(null);
  const creation = useCreation({
    ...{ document: WebhookCreateDocument, empty },
    inputOf: ({ name, address, where, after }, id) => ({
      ...{ id, organisationId, name, address, where: filterInput(where) },
      after: after === "" ? null : Number(after),
    }),
    done: ({ createWebhook }) => {
      setSecret(createWebhook.secret);
      done();
    },
  });
  const { draft, setDraft, fault, made } = creation;
  const field = (path: keyof typeof empty) => ({
    ...{ value: draft[path], fault: faultAt(fault, path) },
    change: (value: string) => setDraft({ ...draft, [path]: value }),
  });
  return (
    <CreationForm
      of={creation}
      at={["name", "address", "where", "after"]}
      made={null}
      create={t(texts.create)}
    >
      <ShownOnce secret={secret} label={t(secretTexts.secret)} about={t(secretTexts.once)} />
      <TextField label={t(texts.name)} required {...field("name")} />
      <TextField
        label={t(texts.address)}
        hint={t(texts.addressHint)}
        type="url"
        required
        {...field("address")}
      />
      <FilterField key={made ? JSON.stringify(made) : ""} {...field("where")} />
      <TextField
        label={t(texts.after)}
        hint={t(texts.afterHint)}
        type="number"
        {...field("after")}
      />
    </CreationForm>
  );
}
