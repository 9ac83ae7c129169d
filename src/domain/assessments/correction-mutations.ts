import type { Rel } from "@mikro-orm/core";
import { badField } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import type { Class } from "../../reading/index.js";
import { type Clash, creating, useCases, type VersionedNoun, type Work } from "../common/index.js";
import { Answer } from "./answers/answer.js";
import { standingOf } from "./answers/scoring.js";
import { storedStanding, valueIn } from "./answers/standing.js";
import { Assessment } from "./assessment.js";
import { CorrectAssessmentInput } from "./assessment-inputs.js";
import { mayCorrect, university as universityOnly } from "./assessment-policy.js";
import { factsOf, lockedAssessment, subjectOf } from "./at-work.js";
import { assessmentOnce } from "./begin-assessment.js";
import { AssessmentStatus } from "./enums.js";
import { Evidence } from "./evidence/evidence.js";
import { ActionFinding } from "./findings/action-finding.js";
import { Finding } from "./findings/finding.js";
import { checkIndependent } from "./independence.js";
import type { Instrument } from "./instruments/instrument.js";

const correctedOnce: Clash = {
  constraint: "assessment_corrected_once",
  path: "input.assessmentId",
  en: "already has a correction",
  id: "sudah mempunyai koreksi",
};

/** The mutation for corrections: a published assessment never changes, a new one replaces it. */
export const correctionMutations = useCases({
  correctAssessment: creating({
    of: Assessment,
    input: CorrectAssessmentInput,
    description: `Begins a correction of a published assessment, as DRAFT, with a copy of its contents. Once published, the correction replaces it. ${universityOnly}`,
    clashes: [correctedOnce, assessmentOnce],
    async run(input, work, id) {
      const old = await lockedAssessment(work, input.assessmentId);
      work.authorise(mayCorrect, factsOf(old));
      if (old.status !== AssessmentStatus.PUBLISHED) {
        throw badField(
          "input.assessmentId",
          "is not published; change it directly",
          "belum terbit; ubahlah langsung",
        );
      }
      const path = "input.assessmentId";
      await checkIndependent(work, old.university.id, subjectOf(old), path);
      const answers = await work.em.find(Answer, { assessment: old.id });
      const values = new Map(answers.map((answer) => [answer.question, valueIn(answer)]));
      const { instrument, area, plan, programme, university, round, assigned, sources } = old;
      const correction = work.create(Assessment, {
        id,
        ...{ instrument, area, plan, programme, university, round, assigned, sources },
        ...storedStanding(standingOf(instrument as Instrument, values)),
        status: AssessmentStatus.DRAFT,
        recorded: false,
        submissions: 0,
        answeredAt: old.answeredAt ?? null,
        corrects: old,
      });
      await copyParts(work, old, correction);
    },
  }),
});

/** A row that belongs to an assessment. */
type Part = VersionedNoun & { assessment: Rel<Assessment> };

/** The classes of the parts of an assessment, with the fields that a correction copies. */
const parts: readonly (readonly [Class<Part>, readonly string[]])[] = [
  [
    Answer,
    [
      "question",
      "number",
      "scale",
      "value",
      "percent",
      "money",
      "choice",
      "choices",
      "boolean",
      "text",
      "note",
      "score",
    ],
  ],
  [Finding, ["text", "recommendation", "actions", "measurements"]],
  [ActionFinding, ["action", "plan", "university", "completion", "note"]],
  [Evidence, ["question", "title", "address", "fileName", "fileSize", "fileType", "fileHash"]],
];

/** Copies the rows of the old assessment into its correction. */
async function copyParts(work: Work, old: Assessment, assessment: Assessment): Promise<void> {
  for (const [part, fields] of parts) {
    // In their listed order, because the copies are listed by their new ids.
    const rows = await work.em.find(
      part,
      { assessment: old.id },
      {
        orderBy: { createdAt: "asc", id: "asc" },
      },
    );
    for (const row of rows) {
      const values = Object.fromEntries(
        fields.map((field) => [field, Reflect.get(row, field) ?? null]),
      );
      work.create(part, { ...values, id: newId(), assessment, sources: row.sources });
    }
  }
}
