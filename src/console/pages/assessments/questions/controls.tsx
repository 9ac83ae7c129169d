import { useText } from "../../../language/language.js";
import { useTranslated } from "../../../language/translated.js";
import type { Content } from "./content.js";
import type { ControlProps } from "./control-props.js";
import styles from "./controls.module.css";
import { MoneyControl, NumberControl } from "./number-control.js";

const texts = {
  yes: { id: "Ya", en: "Yes" },
  no: { id: "Tidak", en: "No" },
};

interface Choice {
  value: string;
  label: string;
}

function Choices({
  of: { question, keep, send, describedBy },
  choices,
  chosen,
  contentOf,
  look,
}: {
  of: ControlProps;
  choices: readonly Choice[];
  chosen: string | undefined;
  contentOf: (value: string) => Content;
  look: "scale" | "list";
}) {
  return (
    <div className={styles[look]} aria-describedby={describedBy}>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={question.key}
            value={value}
            checked={chosen === value}
            onChange={() => {
              keep(contentOf(value));
              send();
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function ScaleControl(props: ControlProps) {
  const { minimum, maximum } = props.question;
  const [least, most] = [minimum ?? 1, maximum ?? 5];
  const choices = Array.from({ length: most - least + 1 }, (_, at) => {
    const value = String(least + at);
    return { value, label: value };
  });
  const chosen = props.content?.scale;
  return (
    <Choices
      of={props}
      look="scale"
      choices={choices}
      chosen={chosen === null || chosen === undefined ? undefined : String(chosen)}
      contentOf={(value) => ({ scale: Number(value) })}
    />
  );
}

function BooleanControl(props: ControlProps) {
  const t = useText();
  const chosen = props.content?.boolean;
  return (
    <Choices
      of={props}
      look="scale"
      choices={[
        { value: "true", label: t(texts.yes) },
        { value: "false", label: t(texts.no) },
      ]}
      chosen={typeof chosen === "boolean" ? String(chosen) : undefined}
      contentOf={(value) => ({ boolean: value === "true" })}
    />
  );
}

function ChoiceControl(props: ControlProps) {
  const said = useTranslated();
  const choices = props.question.options.map(({ key, text }) => ({
    value: key,
    label: said(text),
  }));
  return (
    <Choices
      of={props}
      look="list"
      choices={choices}
      chosen={props.content?.choice ?? undefined}
      contentOf={(choice) => ({ choice })}
    />
  );
}

function ManyControl({ question, content, keep, send, describedBy }: ControlProps) {
  const said = useTranslated();
  const chosen = new Set(content?.choices);
  const toggle = (key: string) => {
    const now = question.options.map((option) => option.key);
    keep({ choices: now.filter((option) => chosen.has(option) !== (option === key)) });
    send();
  };
  return (
    <div className={styles.list} aria-describedby={describedBy}>
      {question.options.map(({ key, text }) => (
        <label key={key}>
          <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
          <span>{said(text)}</span>
        </label>
      ))}
    </div>
  );
}

function TextControl({ content, keep, send, labelId, describedBy }: ControlProps) {
  return (
    <textarea
      className={`control ${styles.text}`}
      rows={4}
      maxLength={5000}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      value={content?.text ?? ""}
      onChange={({ target }) => keep({ text: target.value })}
      onBlur={send}
    />
  );
}

/** A scale of more steps than this is a number to type. */
const mostSteps = 11;

/** The control that fits the kind of a question. */
export function AnswerControl(props: ControlProps) {
  const { kind, minimum, maximum } = props.question;
  if (kind === "TEXT") return <TextControl {...props} />;
  if (kind === "BOOLEAN") return <BooleanControl {...props} />;
  if (kind === "CHOICE") return <ChoiceControl {...props} />;
  if (kind === "MULTI_CHOICE") return <ManyControl {...props} />;
  if (kind === "MONEY") return <MoneyControl {...props} />;
  const isShort = (maximum ?? 5) - (minimum ?? 1) < mostSteps;
  return kind === "SCALE" && isShort ? <ScaleControl {...props} /> : <NumberControl {...props} />;
}
