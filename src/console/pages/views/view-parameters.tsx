import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { ViewPagePartsFragment } from "../../generated/graphql.js";
import { type Text, useLanguage, useText } from "../../language/language.js";
import { type Enumeration, membersOf, useMemberName } from "../../language/members.js";
import { inLanguage } from "../../language/translated.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import styles from "./views.module.css";

const texts = {
  heading: { id: "Pilihan", en: "Choices" },
  apply: { id: "Tampilkan", en: "Show" },
  clear: { id: "Kosongkan", en: "Clear" },
  all: { id: "Semua", en: "All" },
  yes: { id: "Ya", en: "Yes" },
  no: { id: "Tidak", en: "No" },
};

type Parameter = ViewPagePartsFragment["parameters"][number];

/** What is written into the field of each type. */
const hints: Readonly<Partial<Record<Parameter["type"], Text>>> = {
  REGION: { id: "Kode wilayah, misalnya 36.02", en: "A region's code, as 36.02" },
  ORGANISATION: {
    id: "Kunci lembaga, misalnya kemnaker",
    en: "An organisation's key, as kemnaker",
  },
  PROGRAMME: { id: "Kunci program", en: "A programme's key" },
  PLAN: { id: "Kunci rencana aksi", en: "A plan's key" },
  AREA: { id: "Kunci kawasan", en: "An area's key" },
  INDICATOR: { id: "Kunci indikator", en: "An indicator's key" },
  PERIOD: { id: "Misalnya 2024-Q3", en: "As 2024-Q3" },
  YEAR: { id: "Misalnya 2024", en: "As 2024" },
  MONEY: { id: "Rupiah, angka saja", en: "Rupiah, digits only" },
  DATE: { id: "Misalnya 2024-07-03 atau TODAY", en: "As 2024-07-03, or TODAY" },
};

function ParameterField({
  parameter,
  value,
  change,
}: {
  parameter: Parameter;
  value: string;
  change: (value: string) => void;
}) {
  const t = useText();
  const name = useMemberName();
  const language = useLanguage();
  const { type, enumeration, required, titleText } = parameter;
  const label = inLanguage(titleText, language);
  const all = { value: "", label: t(texts.all) };
  if (type === "ENUM" && enumeration) {
    const members = membersOf(enumeration as Enumeration);
    const choices = members.map((member) => ({
      value: member,
      label: name(enumeration as Enumeration, member),
    }));
    return <ChoiceField label={label} value={value} change={change} choices={[all, ...choices]} />;
  }
  if (type === "BOOLEAN") {
    const choices = [
      { value: "true", label: t(texts.yes) },
      { value: "false", label: t(texts.no) },
    ];
    return <ChoiceField label={label} value={value} change={change} choices={[all, ...choices]} />;
  }
  const hint = hints[type];
  return (
    <TextField
      label={label}
      value={value}
      change={change}
      required={required}
      {...(hint ? { hint: t(hint) } : {})}
    />
  );
}

/** The default of a parameter as a field shows it. */
const shownDefault = ({ default: value }: Parameter): string =>
  value === null || value === undefined ? "" : String(value);

/** The form of a view's parameters; they stand in the address, so that a link leads to the same result. */
export function ViewParameters({
  view,
  values,
}: {
  view: ViewPagePartsFragment;
  values: Record<string, string>;
}) {
  const t = useText();
  const navigate = useNavigate();
  const [edited, setEdited] = useState<Record<string, string>>(values);
  if (view.parameters.length === 0) return null;
  const show = (chosen: Record<string, string>) => {
    setEdited(chosen);
    const search = Object.fromEntries(
      view.parameters.map(({ name }) => [`p.${name}`, chosen[name] || undefined]),
    );
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...search }) } as never);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(edited);
  };
  return (
    <form onSubmit={submit} aria-label={t(texts.heading)} className="stack no-print">
      <div className={styles.parameters}>
        {view.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={edited[parameter.name] ?? shownDefault(parameter)}
            change={(value) => setEdited({ ...edited, [parameter.name]: value })}
          />
        ))}
      </div>
      <div className="row">
        <button type="submit" className="button main">
          {t(texts.apply)}
        </button>
        <button type="button" className="button" onClick={() => show({})}>
          {t(texts.clear)}
        </button>
      </div>
    </form>
  );
}
