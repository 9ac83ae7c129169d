import { useState } from "react";
import { AssessmentGiveVerdictDocument, type Verdict } from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { TextField } from "../../../parts/fields.js";
import { Moment } from "../../../parts/moment.js";
import { newId } from "../../../parts/new-id.js";
import { Status } from "../../../parts/status.js";
import { useAtWork } from "../at-work.js";
import { CoordinatorSteps } from "./coordinator-steps.js";

const texts = {
  title: { id: "Telaah", en: "Review" },
  none: { id: "Belum ada telaah.", en: "No review yet." },
  submission: { id: "penyerahan ke-{submission}", en: "submission {submission}" },
  summary: { id: "Ringkasan telaah", en: "Summary of the review" },
  hint: {
    id: "Komentar per pertanyaan ditulis di samping jawabannya.",
    en: "Comments on questions are written beside their answers.",
  },
  comments: {
    id: "{count, plural, =0 {Tanpa komentar per pertanyaan} other {# komentar per pertanyaan}}",
    en: "{count, plural, =0 {No comments on questions} one {# comment on a question} other {# comments on questions}}",
  },
  accept: { id: "Sarankan diterima", en: "Advise to accept" },
  return: { id: "Sarankan dikembalikan", en: "Advise to return" },
  reason: { id: "Dikembalikan: {reason}", en: "Returned: {reason}" },
};

function VerdictForm() {
  const t = useText();
  const { assessment, review } = useAtWork();
  const [id, setId] = useState(newId);
  const [summary, setSummary] = useState("");
  const [run, running] = useChange(AssessmentGiveVerdictDocument);
  const [fault, setFault] = useState<Awaited<ReturnType<typeof run>>["fault"]>();
  const comments = [...review.comments]
    .filter(([, text]) => text.trim() !== "")
    .map(([question, text]) => ({ question, text }));
  const give = async (verdict: Verdict) => {
    const said = summary.trim() === "" ? {} : { summary };
    const input = { id, assessmentId: assessment.id, verdict, comments, ...said };
    const outcome = await run({ input });
    setFault(outcome.fault);
    if (outcome.fault) return;
    setId(newId());
    setSummary("");
    review.clear();
  };
  return (
    <div className="stack">
      <TextField
        label={t(texts.summary)}
        hint={t(texts.hint)}
        rows={3}
        value={summary}
        change={setSummary}
      />
      <p className="small">{t(texts.comments, { count: comments.length })}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button
          type="button"
          className="button main"
          disabled={running}
          onClick={() => void give("ACCEPT")}
        >
          {t(texts.accept)}
        </button>
        <button
          type="button"
          className="button"
          disabled={running}
          onClick={() => void give("RETURN")}
        >
          {t(texts.return)}
        </button>
      </div>
    </div>
  );
}

function Reviews() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  const { reviews } = assessment;
  if (reviews.length === 0) return rights.reviews ? null : <Empty>{t(texts.none)}</Empty>;
  return (
    <ul className="plain stack">
      {reviews.map(({ id, verdict, organisation, submission, createdAt, summary }) => (
        <li key={id}>
          <div className="row">
            <Status of="Verdict" member={verdict} />
            <strong>{organisation.name}</strong>
            <span className="soft small">
              {t(texts.submission, { submission })} · <Moment at={createdAt} />
            </span>
          </div>
          {summary ? <p>{summary}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** The reviews, the reviewer's form, and the steps of the programme's coordinators. */
export function ReviewPanel() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  return (
    <Card title={t(texts.title)}>
      {assessment.reason ? <p>{t(texts.reason, { reason: assessment.reason })}</p> : null}
      <Reviews />
      {rights.reviews ? <VerdictForm /> : null}
      {rights.coordinates ? <CoordinatorSteps /> : null}
    </Card>
  );
}
