import { useState } from "react";
import { useFormats } from "../../../language/formats.js";
import { useLanguage } from "../../../language/language.js";
import { type Content, fieldOf } from "./content.js";
import type { ControlProps } from "./control-props.js";
import styles from "./controls.module.css";
import { type TypedNumber, typedMoney, typedNumber } from "./number-text.js";

function Typed({
  of: { keep, send, labelId, describedBy, content },
  shown,
  read,
  contentOf,
  inputMode,
}: {
  of: ControlProps;
  shown: string;
  read: (text: string) => TypedNumber;
  contentOf: (value: string) => Content;
  inputMode: "decimal" | "numeric";
}) {
  // What one types stays as it is typed until one leaves the field: `1,0` on its way to `1,05`.
  const [typing, setTyping] = useState<string>();
  const take = (text: string) => {
    setTyping(text);
    if (text.trim() === "") return keep({});
    const { value } = read(text);
    keep(value === undefined ? { raw: text } : contentOf(value));
  };
  return (
    <input
      className={`control ${styles.number}`}
      type="text"
      inputMode={inputMode}
      autoComplete="off"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-invalid={content?.raw !== undefined}
      value={typing ?? content?.raw ?? shown}
      onChange={({ target }) => take(target.value)}
      onBlur={() => {
        setTyping(undefined);
        send();
      }}
    />
  );
}

/** A number or a percentage, written with a point or a comma. */
export function NumberControl(props: ControlProps) {
  const language = useLanguage();
  const field = fieldOf(props.question);
  const value = props.content?.[field];
  const written = typeof value === "number" ? String(value) : "";
  return (
    <span className={styles.unit}>
      <Typed
        of={props}
        inputMode="decimal"
        shown={language === "id" ? written.replace(".", ",") : written}
        read={typedNumber}
        contentOf={(text) => ({ [field]: Number(text) })}
      />
      {field === "percent" ? <span aria-hidden="true">%</span> : null}
    </span>
  );
}

/** Whole rupiah, shown with its thousands below the field. */
export function MoneyControl(props: ControlProps) {
  const formats = useFormats();
  const { money } = props.content ?? {};
  return (
    <span className={styles.unit}>
      <span aria-hidden="true">Rp</span>
      <Typed
        of={props}
        inputMode="numeric"
        shown={money ? String(BigInt(money)) : ""}
        read={typedMoney}
        contentOf={(text) => ({ money: text })}
      />
      {money ? <span className="soft">{formats.money(money)}</span> : null}
    </span>
  );
}
