import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { useTranslated } from "../../../language/translated.js";
import { type Content, isEmpty, type Question } from "./content.js";

const texts = {
  none: { id: "Belum dijawab", en: "No answer" },
  yes: { id: "Ya", en: "Yes" },
  no: { id: "Tidak", en: "No" },
  of: { id: "{scale} dari {maximum}", en: "{scale} of {maximum}" },
  note: { id: "Catatan: {note}", en: "Remark: {note}" },
};

/** An answer in words, with the names of its options. */
function useSaid(): (question: Question, content: Content) => string {
  const t = useText();
  const formats = useFormats();
  const translated = useTranslated();
  const saidNumber = ({ scale, number, percent, money }: Content, maximum: number | null) => {
    if (typeof scale === "number") return t(texts.of, { scale, maximum: maximum ?? 5 });
    if (typeof number === "number") return formats.number(number);
    if (typeof percent === "number") return `${formats.number(percent)}\u00a0%`;
    return money ? formats.money(money) : undefined;
  };
  return ({ options, maximum }, content) => {
    const { choice, choices, boolean, text, raw } = content;
    const chosen = choices ?? (choice ? [choice] : []);
    if (chosen.length > 0) {
      const names = options.filter(({ key }) => chosen.includes(key));
      return names.map((option) => translated(option.text)).join("; ");
    }
    if (typeof boolean === "boolean") return t(boolean ? texts.yes : texts.no);
    return saidNumber(content, maximum) ?? text ?? raw ?? "";
  };
}

/** An answer as it is read. */
export function ShownAnswer({
  question,
  content,
}: {
  question: Question;
  content: Content | null;
}) {
  const t = useText();
  const said = useSaid();
  if (!content || (isEmpty(content) && !content.raw))
    return <p className="soft">{t(texts.none)}</p>;
  return (
    <div>
      <p>
        <strong>{said(question, content)}</strong>
      </p>
      {content.note ? <p className="small">{t(texts.note, { note: content.note })}</p> : null}
    </div>
  );
}
