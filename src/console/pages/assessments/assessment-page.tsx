import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import {
  type AssessmentAnswersFragment,
  AssessmentChangesDocument,
  AssessmentPageDocument,
  type AssessmentPageQuery,
} from "../../generated/graphql.js";
import { useAnswer, useFollowed } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { TabPages } from "../../parts/tab-list.js";
import type { Membership } from "../../session/use-memberships.js";
import { AssessmentHead } from "./assessment-head.js";
import { type Assessment, AtWorkContext, type ReviewDraft } from "./at-work.js";
import { EvidenceTab } from "./evidence/evidence-tab.js";
import { Questionnaire } from "./questions/questionnaire.js";
import { ReviewPanel } from "./review/review-panel.js";
import { useKeeping, useKeptForm } from "./saving/kept-form.js";
import { useAnswerSync } from "./saving/use-answer-sync.js";
import { ScoresTab } from "./scores/scores-tab.js";
import { SubmitTab } from "./submit/submit-tab.js";
import { useRights } from "./use-rights.js";

const texts = {
  tabs: { id: "Bagian asesmen", en: "Parts of the assessment" },
  answers: { id: "Jawaban", en: "Answers" },
  evidence: { id: "Bukti dan temuan", en: "Evidence and findings" },
  submit: { id: "Serahkan", en: "Submit" },
  scores: { id: "Skor", en: "Scores" },
  review: { id: "Telaah", en: "Review" },
};

/** The comments of a review that is being written. */
function useReviewDraft(): ReviewDraft {
  const [comments, setComments] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    comments,
    comment: (question, text) => setComments((before) => new Map(before).set(question, text)),
    clear: () => setComments(new Map()),
  };
}

function Parts({
  form,
  assessment,
  memberships,
  again,
}: {
  /** The answer that the assessment is of. */
  form: AssessmentPageQuery;
  assessment: Assessment;
  memberships: readonly Membership[] | undefined;
  again: () => void;
}) {
  const t = useText();
  const rights = useRights(assessment, memberships);
  useKeeping(form, rights.answers);
  const [sync, saving] = useAnswerSync(assessment as AssessmentAnswersFragment, rights.answers);
  const review = useReviewDraft();
  const items = [
    { name: "answers", label: t(texts.answers), content: () => <Questionnaire /> },
    { name: "evidence", label: t(texts.evidence), content: () => <EvidenceTab /> },
    ...(rights.answers
      ? [{ name: "submit", label: t(texts.submit), content: () => <SubmitTab /> }]
      : []),
    { name: "scores", label: t(texts.scores), content: () => <ScoresTab /> },
    { name: "review", label: t(texts.review), content: () => <ReviewPanel /> },
  ];
  return (
    <AtWorkContext value={{ assessment, rights, sync, saving, review, again }}>
      <AssessmentHead />
      <TabPages label={t(texts.tabs)} items={items} />
    </AtWorkContext>
  );
}

/** An assessment: its answers, evidence, scores and review, live, and without a line. */
export function AssessmentPage() {
  const { id = "" } = useParams({ strict: false });
  const variables = useMemo(() => ({ id }), [id]);
  const answer = useAnswer(AssessmentPageDocument, variables);
  useFollowed(AssessmentChangesDocument, variables, answer);
  const kept = useKeptForm(id, answer);
  const shown = kept ? { ...answer, data: kept.form } : answer;
  return (
    <Answered
      of={shown}
      subject={(form) => (form.assessment ? { form, assessment: form.assessment } : null)}
    >
      {(found) => (
        <Parts key={id} {...found} memberships={kept?.memberships} again={answer.again} />
      )}
    </Answered>
  );
}
