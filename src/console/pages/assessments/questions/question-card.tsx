import { useId, useState } from "react";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { useTranslated } from "../../../language/translated.js";
import { useAtWork } from "../at-work.js";
import { QuestionEvidence } from "../evidence/question-evidence.js";
import { CommentField, QuestionComments } from "../review/question-comments.js";
import { isEmpty, type Question } from "./content.js";
import { AnswerControl } from "./controls.js";
import styles from "./question-card.module.css";
import { QuestionConflict, QuestionState } from "./question-state.js";
import { ShownAnswer } from "./shown-answer.js";

const texts = {
  required: { id: "wajib", en: "required" },
  note: { id: "Catatan", en: "Remark" },
  addNote: { id: "Tambah catatan", en: "Add a remark" },
  clear: { id: "Hapus jawaban", en: "Remove the answer" },
  range: { id: "Dari {from} sampai {to}", en: "From {from} to {to}" },
};

function Help({ question, id }: { question: Question; id: string }) {
  const t = useText();
  const said = useTranslated();
  const { number } = useFormats();
  const { help, minimum, maximum, kind } = question;
  const isRange = (kind === "NUMBER" || kind === "PERCENT") && minimum !== null && maximum !== null;
  return (
    <p id={id} className="small soft">
      {said(help)} {isRange ? t(texts.range, { from: number(minimum), to: number(maximum) }) : null}
    </p>
  );
}

function Remark({ question }: { question: Question }) {
  const t = useText();
  const { sync } = useAtWork();
  const content = sync.contentOf(question.key);
  const [open, setOpen] = useState(false);
  if (!content || (isEmpty(content) && !content.raw)) return null;
  if (!open && !content.note) {
    return (
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {t(texts.addNote)}
      </button>
    );
  }
  return (
    <label className={styles.note}>
      <span className="small">{t(texts.note)}</span>
      <textarea
        className="control"
        rows={2}
        maxLength={2000}
        value={content.note ?? ""}
        onChange={({ target }) => sync.keep(question.key, { ...content, note: target.value })}
        onBlur={sync.flush}
      />
    </label>
  );
}

function Answering({ question, labelId }: { question: Question; labelId: string }) {
  const t = useText();
  const { sync } = useAtWork();
  const content = sync.contentOf(question.key);
  const helpId = `${labelId}-help`;
  const keep: Parameters<typeof AnswerControl>[0]["keep"] = (said) => {
    const note = content?.note;
    sync.keep(question.key, note ? { ...said, note } : said);
  };
  const clear = () => {
    sync.keep(question.key, {});
    void sync.flush();
  };
  return (
    <>
      <Help question={question} id={helpId} />
      <AnswerControl
        {...{ question, content, keep, labelId }}
        send={sync.flush}
        describedBy={`${helpId} ${labelId}-state`}
      />
      <QuestionConflict question={question} />
      <div className="row">
        <QuestionState question={question} id={`${labelId}-state`} />
        <Remark question={question} />
        {content ? (
          <button type="button" className="button quiet" onClick={clear}>
            {t(texts.clear)}
          </button>
        ) : null}
      </div>
    </>
  );
}

/** A question with its answer: to give, or to read beside what its reviewers say. */
export function QuestionCard({ question }: { question: Question }) {
  const t = useText();
  const said = useTranslated();
  const { rights, sync } = useAtWork();
  const labelId = useId();
  return (
    <fieldset className={styles.card} data-question={question.key} aria-labelledby={labelId}>
      <h3 id={labelId}>
        {said(question.text)}{" "}
        {question.required ? <span className="soft small">({t(texts.required)})</span> : null}
      </h3>
      {rights.answers ? (
        <Answering question={question} labelId={labelId} />
      ) : (
        <ShownAnswer question={question} content={sync.contentOf(question.key)} />
      )}
      <QuestionComments question={question.key} />
      {rights.reviews ? <CommentField question={question.key} /> : null}
      <QuestionEvidence question={question.key} />
    </fieldset>
  );
}
