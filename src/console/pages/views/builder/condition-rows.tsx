import { type Text, useLanguage, useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { ChoiceField, TextField } from "../../../parts/fields.js";
import styles from "../views.module.css";
import { byWords, type FilterPart, wordsOf } from "./catalogue.js";
import { type Condition, operatorsOf } from "./conditions.js";

const texts = {
  title: { id: "Penyaring", en: "Filter" },
  add: { id: "Tambah syarat", en: "Add a condition" },
  remove: { id: "Buang", en: "Take out" },
  part: { id: "Yang dibandingkan", en: "What is compared" },
  op: { id: "Perbandingan", en: "Comparison" },
  value: { id: "Nilai", en: "Value" },
  yes: { id: "Ya", en: "Yes" },
  no: { id: "Tidak", en: "No" },
};

const operators: Readonly<Record<string, Text>> = {
  eq: { id: "adalah", en: "is" },
  not: { id: "bukan", en: "is not" },
  contains: { id: "memuat", en: "contains" },
  gte: { id: "paling sedikit", en: "at least" },
  lte: { id: "paling banyak", en: "at most" },
  within: { id: "di dalam", en: "within" },
};

const hints: Readonly<Partial<Record<FilterPart["type"], Text>>> = {
  DATE: { id: "2024-07-03, atau TODAY, THIS_YEAR", en: "2024-07-03, or TODAY, THIS_YEAR" },
  KEY: { id: "Kuncinya, misalnya kemnaker", en: "Its key, as kemnaker" },
  REGION: { id: "Kode wilayah, misalnya 36.02", en: "A region's code, as 36.02" },
  MONEY: { id: "Rupiah, angka saja", en: "Rupiah, digits only" },
  PERIOD: { id: "Misalnya 2024-Q3", en: "As 2024-Q3" },
};

function ValueField({
  part,
  value,
  change,
  fault,
}: {
  part: FilterPart;
  value: string;
  change: (value: string) => void;
  fault: string | undefined;
}) {
  const t = useText();
  const name = useMemberName();
  const { type, enumeration } = part;
  const field = { label: t(texts.value), value, change, fault };
  if (type === "BOOLEAN") {
    const choices = [
      { value: "true", label: t(texts.yes) },
      { value: "false", label: t(texts.no) },
    ];
    return <ChoiceField {...field} choices={[{ value: "", label: "–" }, ...choices]} />;
  }
  if (type === "ENUM" && enumeration) {
    const choices = membersOf(enumeration).map((member) => ({
      value: member,
      label: name(enumeration, member),
    }));
    return <ChoiceField {...field} choices={[{ value: "", label: "–" }, ...choices]} />;
  }
  const hint = hints[type];
  return (
    <TextField
      {...field}
      type={type === "NUMBER" ? "number" : "text"}
      {...(hint ? { hint: t(hint) } : {})}
    />
  );
}

function ConditionRow({
  condition,
  parts,
  change,
  remove,
  fault,
}: {
  condition: Condition;
  parts: readonly FilterPart[];
  change: (condition: Condition) => void;
  remove: () => void;
  fault: string | undefined;
}) {
  const t = useText();
  const language = useLanguage();
  const part = parts.find(({ name }) => name === condition.name);
  if (!part) return null;
  const choose = (name: string) => {
    const type = parts.find((one) => one.name === name)?.type ?? "TEXT";
    change({ name, op: operatorsOf[type][0] ?? "eq", value: "" });
  };
  return (
    <li className={styles.condition}>
      <ChoiceField
        label={t(texts.part)}
        value={condition.name}
        change={choose}
        choices={byWords(parts, language).map((one) => ({
          value: one.name,
          label: wordsOf(one, language),
        }))}
      />
      <ChoiceField
        label={t(texts.op)}
        value={condition.op}
        change={(op) => change({ ...condition, op })}
        choices={operatorsOf[part.type].map((op) => ({
          value: op,
          label: t(operators[op] ?? { id: op, en: op }),
        }))}
      />
      <ValueField
        part={part}
        value={condition.value}
        change={(value) => change({ ...condition, value })}
        fault={fault}
      />
      <button type="button" className="button quiet" onClick={remove}>
        {t(texts.remove)}
      </button>
    </li>
  );
}

/** The conditions of a view, a row each; all must hold. */
export function ConditionRows({
  conditions,
  parts,
  change,
  faultAt,
}: {
  conditions: readonly Condition[];
  parts: readonly FilterPart[];
  change: (conditions: Condition[]) => void;
  /** The hub's words about the condition at this path of the filter. */
  faultAt: (path: string) => string | undefined;
}) {
  const t = useText();
  const [first] = parts;
  const add = () => {
    if (!first) return;
    change([
      ...conditions,
      { name: first.name, op: operatorsOf[first.type][0] ?? "eq", value: "" },
    ]);
  };
  return (
    <fieldset className={styles.picker}>
      <legend>{t(texts.title)}</legend>
      <ul className={`plain ${styles.conditions}`}>
        {conditions.map((condition, at) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone.
            key={at}
            condition={condition}
            parts={parts}
            change={(next) => change(conditions.map((one, place) => (place === at ? next : one)))}
            remove={() => change(conditions.filter((_, place) => place !== at))}
            fault={faultAt(`where.${condition.name}.${condition.op}`)}
          />
        ))}
      </ul>
      <button type="button" className="button" onClick={add}>
        {t(texts.add)}
      </button>
    </fieldset>
  );
}
