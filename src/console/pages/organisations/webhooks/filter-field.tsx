import { useState } from "react";
import { useText } from "../../../language/language.js";
import { nouns } from "../../../parts/change-words.js";
import { ChoiceField, TextField } from "../../../parts/fields.js";
import { entityIn, type FilterText, filterOf } from "./filter.js";

const texts = {
  which: { id: "Perubahan yang dikirim", en: "Changes that are sent" },
  all: { id: "Semua yang boleh dilihat lembaga", en: "All that the organisation may see" },
  only: { id: "Hanya: {noun}", en: "Only: {noun}" },
  own: { id: "Saringan sendiri (JSON)", en: "A filter of your own (JSON)" },
  filter: { id: "Saringan", en: "Filter" },
  hint: {
    id: "Seperti pada langganan changes, misalnya {example}",
    en: "As the subscription changes takes it, for example {example}",
  },
};

const example = '{"programme":{"eq":"pkk-kawasan"}}';

/** The words of a filter. */
export function useFilterWords(): (text: FilterText) => string {
  const t = useText();
  return (text) => {
    const entity = entityIn(text);
    if (text === "") return t(texts.all);
    const noun = entity === undefined ? undefined : nouns[entity];
    return noun ? t(texts.only, { noun: t(noun) }) : text;
  };
}

/** The choice of the changes that a webhook gets. */
export function FilterField({
  value,
  change,
  fault,
}: {
  value: FilterText;
  change: (value: FilterText) => void;
  fault: string | undefined;
}) {
  const t = useText();
  const known = entityIn(value);
  const [isOwn, setOwn] = useState(value !== "" && known === undefined);
  const chosen = isOwn ? "own" : (known ?? "all");
  const choose = (choice: string) => {
    setOwn(choice === "own");
    if (choice !== "own") change(choice === "all" ? "" : filterOf(choice));
  };
  const kinds = Object.entries(nouns)
    .map(([entity, noun]) => ({ value: entity, label: t(texts.only, { noun: t(noun) }) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <ChoiceField
        label={t(texts.which)}
        value={chosen}
        change={choose}
        fault={isOwn ? undefined : fault}
        choices={[
          { value: "all", label: t(texts.all) },
          { value: "own", label: t(texts.own) },
          ...kinds,
        ]}
      />
      {isOwn ? (
        <TextField
          label={t(texts.filter)}
          hint={t(texts.hint, { example })}
          rows={3}
          value={value}
          change={change}
          fault={fault}
        />
      ) : null}
    </>
  );
}
