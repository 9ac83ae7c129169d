import { useText } from "../../../language/language.js";
import { useAtWork } from "../at-work.js";
import { contentOf, type Question } from "./content.js";
import { typedMoney, typedNumber } from "./number-text.js";
import styles from "./question-card.module.css";
import { ShownAnswer } from "./shown-answer.js";

const texts = {
  saved: { id: "Tersimpan", en: "Saved" },
  sending: { id: "Menyimpan…", en: "Saving…" },
  kept: { id: "Tersimpan di perangkat ini", en: "Kept on this device" },
  refused: { id: "Belum tersimpan: {why}", en: "Not saved: {why}" },
  number: { id: "tulis angka saja, misalnya 61,5", en: "write a number alone, as 61.5" },
  twoWays: {
    id: "{text} dapat dibaca dengan dua cara; tulis tanpa pemisah ribuan",
    en: "{text} can be read in two ways; write it without separators of thousands",
  },
  money: { id: "tulis rupiah bulat, misalnya 150000000", en: "write whole rupiah, as 150000000" },
  conflict: {
    id: "Orang lain menjawab pertanyaan ini lebih dahulu. Pilih jawaban yang berlaku.",
    en: "Somebody else answered this question first. Choose which answer holds.",
  },
  mine: { id: "Jawaban saya", en: "My answer" },
  theirs: { id: "Jawaban di hub", en: "The hub's answer" },
  takeMine: { id: "Pakai jawaban saya", en: "Use my answer" },
  takeTheirs: { id: "Pakai jawaban di hub", en: "Use the hub's answer" },
};

/** Why what was typed is no answer. */
function useWrong(): (question: Question, raw: string) => string {
  const t = useText();
  return ({ kind }, raw) => {
    if (kind === "MONEY") return typedMoney(raw).wrong ? t(texts.money) : "";
    const { wrong } = typedNumber(raw);
    return wrong === "TWO_WAYS" ? t(texts.twoWays, { text: raw }) : t(texts.number);
  };
}

/** Where the answer to a question is: at the hub, on its way, on this device, or refused and why. */
export function QuestionState({ question, id }: { question: Question; id: string }) {
  const t = useText();
  const wrong = useWrong();
  const { saving } = useAtWork();
  const draft = saving.drafts.get(question.key);
  const why =
    (draft && saving.refusals.get(draft.id)) ??
    (draft?.content?.raw === undefined ? undefined : wrong(question, draft.content.raw));
  const state = () => {
    if (saving.conflicts.has(question.key)) return null;
    if (why) return <strong className={styles.wrong}>{t(texts.refused, { why })}</strong>;
    if (draft) return t(saving.sending ? texts.sending : texts.kept);
    return saving.answers.has(question.key) ? t(texts.saved) : null;
  };
  return (
    <p id={id} className={`small soft ${styles.state}`} data-question-state>
      {state()}
    </p>
  );
}

/** My answer and the hub's, where both have changed; one chooses. */
export function QuestionConflict({ question }: { question: Question }) {
  const t = useText();
  const { sync, saving } = useAtWork();
  if (!saving.conflicts.has(question.key)) return null;
  const theirs = saving.answers.get(question.key);
  const sides = [
    { whose: "mine", content: saving.drafts.get(question.key)?.content ?? null },
    { whose: "theirs", content: theirs ? contentOf(theirs) : null },
  ] as const;
  const words = {
    mine: { title: texts.mine, take: texts.takeMine },
    theirs: { title: texts.theirs, take: texts.takeTheirs },
  };
  return (
    <div role="alert" className={styles.conflict}>
      <p>{t(texts.conflict)}</p>
      <div className={styles.sides}>
        {sides.map(({ whose, content }) => (
          <div key={whose} className="stack">
            <h4 className="small">{t(words[whose].title)}</h4>
            <ShownAnswer question={question} content={content} />
            <button
              type="button"
              className="button"
              onClick={() => sync.choose(question.key, whose)}
            >
              {t(words[whose].take)}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
