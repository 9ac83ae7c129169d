import { type ReactNode, useId } from "react";
import type { Fault } from "../graph/faults.js";
import styles from "./fields.module.css";

/** The hub's words about one field of a form, by its path in the input. */
export const faultAt = (fault: Fault | undefined, path: string): string | undefined =>
  fault?.fields.find((field) => field.path === path)?.message;

interface FieldProps {
  label: string;
  /** What is wrong with the value, in the hub's words. */
  fault?: string | undefined;
  hint?: string;
}

/** A field with its label, a hint, and what is wrong; `children` is given what the control needs. */
export function Field({
  label,
  fault,
  hint,
  children,
}: FieldProps & {
  children: (control: {
    id: string;
    className: "control";
    "aria-describedby": string;
    "aria-invalid": boolean;
  }) => ReactNode;
}) {
  const id = useId();
  const described = `${id}-about`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        ...{ id, className: "control" },
        ...{ "aria-describedby": described, "aria-invalid": fault !== undefined },
      })}
      <p id={described} className="small">
        {fault ? (
          <span className={styles.fault}>{fault}</span>
        ) : (
          <span className="soft">{hint}</span>
        )}
      </p>
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  change: (value: string) => void;
  type?: "text" | "date" | "number" | "url" | "email" | "datetime-local";
  required?: boolean;
  /** Several lines. */
  rows?: number;
}

/** A text, a date or a number. */
export function TextField({
  value,
  change,
  type = "text",
  required,
  rows,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <textarea
            {...control}
            rows={rows}
            value={value}
            required={required}
            onChange={({ target }) => change(target.value)}
          />
        ) : (
          <input
            {...control}
            type={type}
            value={value}
            required={required}
            onChange={({ target }) => change(target.value)}
          />
        )
      }
    </Field>
  );
}

/** A choice of one. */
export function ChoiceField({
  value,
  change,
  choices,
  ...field
}: FieldProps & {
  value: string;
  change: (value: string) => void;
  choices: readonly { value: string; label: string }[];
}) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => change(target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
