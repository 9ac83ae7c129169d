import { useId } from "react";
import styles from "./search-field.module.css";

/** A field that narrows what a page shows as one types; `found` says how much is left. */
export function SearchField({
  label,
  value,
  change,
  found,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  found: string;
}) {
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="control"
        value={value}
        onChange={({ target }) => change(target.value)}
      />
      <p className="soft small" aria-live="polite">
        {found}
      </p>
    </div>
  );
}
