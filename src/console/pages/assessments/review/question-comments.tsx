import { useText } from "../../../language/language.js";
import { TextField } from "../../../parts/fields.js";
import { useAtWork } from "../at-work.js";
import styles from "../questions/question-card.module.css";

const texts = {
  said: {
    id: "{organisation}, penyerahan ke-{submission}:",
    en: "{organisation}, submission {submission}:",
  },
  comment: { id: "Komentar telaah", en: "Review comment" },
};

/** What reviewers said of a question. */
export function QuestionComments({ question }: { question: string }) {
  const t = useText();
  const { assessment } = useAtWork();
  const said = assessment.reviews.flatMap(({ id, organisation, submission, comments }) =>
    comments
      .filter((comment) => comment.question === question)
      .map(({ text }) => ({ id, name: organisation.name, submission, text })),
  );
  if (said.length === 0) return null;
  return (
    <ul className={`plain ${styles.comments}`}>
      {said.map(({ id, name, submission, text }) => (
        <li key={id}>
          <span className="soft small">{t(texts.said, { organisation: name, submission })}</span>{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The reviewer's comment on a question, sent with the verdict. */
export function CommentField({ question }: { question: string }) {
  const t = useText();
  const { review } = useAtWork();
  return (
    <div className={styles.wide}>
      <TextField
        label={t(texts.comment)}
        rows={2}
        value={review.comments.get(question) ?? ""}
        change={(text) => review.comment(question, text)}
      />
    </div>
  );
}
