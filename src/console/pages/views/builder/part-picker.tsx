import { useId } from "react";
import { useLanguage, useText } from "../../../language/language.js";
import styles from "../views.module.css";
import { byWords, type Part, wordsOf } from "./catalogue.js";

const texts = {
  add: { id: "Tambahkan…", en: "Add…" },
  up: { id: "Naikkan {part}", en: "Move {part} up" },
  remove: { id: "Buang {part}", en: "Take {part} out" },
};

/** A list of parts that one chooses and puts in order. */
export function PartPicker({
  label,
  parts,
  picked,
  change,
  faults,
}: {
  label: string;
  parts: readonly Part[];
  picked: readonly string[];
  change: (picked: string[]) => void;
  /** The hub's words about what was picked. */
  faults: readonly string[];
}) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const nameOf = (name: string) => {
    const part = parts.find((one) => one.name === name);
    return part ? wordsOf(part, language) : name;
  };
  const raise = (at: number) => {
    const next = [...picked];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    change(next);
  };
  return (
    <fieldset className={styles.picker}>
      <legend>{label}</legend>
      <ol className={`plain ${styles.picked}`}>
        {picked.map((name, at) => (
          <li key={name}>
            <span>{nameOf(name)}</span>
            <span className="row">
              {at === 0 ? null : (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={t(texts.up, { part: nameOf(name) })}
                  onClick={() => raise(at)}
                >
                  ↑
                </button>
              )}
              <button
                type="button"
                className="button quiet"
                aria-label={t(texts.remove, { part: nameOf(name) })}
                onClick={() => change(picked.filter((one) => one !== name))}
              >
                ✕
              </button>
            </span>
          </li>
        ))}
      </ol>
      <label htmlFor={id} className="visually-hidden">
        {label}: {t(texts.add)}
      </label>
      <select
        id={id}
        className="control"
        value=""
        onChange={({ target }) => change([...picked, target.value])}
      >
        <option value="">{t(texts.add)}</option>
        {byWords(parts, language)
          .filter(({ name }) => !picked.includes(name))
          .map((part) => (
            <option key={part.name} value={part.name}>
              {wordsOf(part, language)}
            </option>
          ))}
      </select>
      {faults.map((words) => (
        <p key={words} role="alert" className={styles.fault}>
          {words}
        </p>
      ))}
    </fieldset>
  );
}
