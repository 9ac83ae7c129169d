import { OperatorCreateProgrammeDocument } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { CreationForm, useCreation } from "./creation.js";
import type { Choices } from "./new-organisation.js";
import styles from "./operator.module.css";

const texts = {
  indonesian: { id: "Nama program (Indonesia)", en: "Name of the programme (Indonesian)" },
  english: { id: "Nama program (Inggris)", en: "Name of the programme (English)" },
  owner: { id: "Pemilik", en: "Owner" },
  choose: { id: "Pilih lembaga", en: "Choose an organisation" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Berakhir", en: "Ends on" },
  create: { id: "Buat program", en: "Create the programme" },
  made: { id: "{name} telah dibuat.", en: "{name} is created." },
};

const empty = { indonesian: "", english: "", ownerId: "", startsOn: "", endsOn: "" };

/** Where the hub's words about each field lie in its answer. */
const paths = {
  indonesian: ["name", "name.indonesian"],
  english: ["name.english"],
  startsOn: ["startsOn"],
  endsOn: ["endsOn"],
} as const;

/** The form in which an operator creates a programme. */
export function NewProgramme({
  organisations,
  done,
}: {
  organisations: Choices;
  done: () => void;
}) {
  const t = useText();
  const creation = useCreation({
    ...{ document: OperatorCreateProgrammeDocument, empty, done },
    inputOf: ({ indonesian, english, ownerId, startsOn, endsOn }, id) => {
      const name = { indonesian, ...(english ? { english } : {}) };
      return { id, name, ownerId, startsOn, ...(endsOn ? { endsOn } : {}) };
    },
  });
  const { draft, setDraft, fault, made } = creation;
  const owners = organisations.map((one) => ({ value: one.id, label: one.name }));
  return (
    <CreationForm
      of={creation}
      made={made ? t(texts.made, { name: made.indonesian }) : null}
      create={t(texts.create)}
    >
      <div className={styles.choices}>
        {(["indonesian", "english", "startsOn", "endsOn"] as const).map((field) => (
          <TextField
            key={field}
            label={t(texts[field])}
            type={field.endsWith("On") ? "date" : "text"}
            value={draft[field]}
            change={(value) => setDraft({ ...draft, [field]: value })}
            required={field === "indonesian" || field === "startsOn"}
            fault={paths[field].map((path) => faultAt(fault, path)).find(Boolean)}
          />
        ))}
        <ChoiceField
          label={t(texts.owner)}
          value={draft.ownerId}
          change={(ownerId) => setDraft({ ...draft, ownerId })}
          choices={[{ value: "", label: t(texts.choose) }, ...owners]}
          fault={faultAt(fault, "ownerId")}
        />
      </div>
    </CreationForm>
  );
}
