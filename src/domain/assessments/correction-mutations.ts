import { badField } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import type { Class } from "../../reading/index.js";
import { type Clash, creating, useCases, type Work } from "../common/index.js";
import { Answer } from "./answers/answer.js";
import { standingOf } from "./answers/scoring.js";
import { keptStanding, valueIn } from "./answers/standing.js";
import { Assessment } from "./assessment.js";
import { CorrectAssessmentInput } from "./assessment-inputs.js";
import { mayCorrect, university as universityOnly } from "./assessment-policy.js";
import { factsOf, heldAssessment } from "./at-work.js";
import { assessmentOnce } from "./begin-assessment.js";
import { AssessmentStatus } from "./enums.js";
import { Evidence } from "./evidence/evidence.js";
import { ActionFinding } from "./findings/action-finding.js";
import { Finding } from "./findings/finding.js";
import type { Instrument } from "./instruments/instrument.js";

const correctedOnce: Clash = {
  constraint: "assessment_corrected_once",
  path: "input.assessmentId",
  en: "has a correction already",
  id: "sudah mempunyai koreksi",
};

/** The mutation that corrects: a published assessment never changes, a new one takes its place. */
export const correctionMutations = useCases({
  correctAssessment: creating({
    of: Assessment,
    input: CorrectAssessmentInput,
    description: `Begins a correction of a published assessment, as DRAFT, with all that the published one holds; once published, it takes its place. ${universityOnly}`,
    clashes: [correctedOnce, assessmentOnce],
    async run(input, work, id) {
      const old = await heldAssessment(work, input.assessmentId);
      work.authorise(mayCorrect, factsOf(old));
      if (old.status !== AssessmentStatus.PUBLISHED) {
        throw badField(
          "input.assessmentId",
          "is not published: change it itself",
          "belum terbit: ubahlah langsung",
        );
      }
      const answers = await work.em.find(Answer, { assessment: old.id });
      const values = new Map(answers.map((answer) => [answer.question, valueIn(answer)]));
      const { instrument, area, plan, programme, university, round, assigned, sources } = old;
      const correction = work.create(Assessment, {
        id,
        ...{ instrument, area, plan, programme, university, round, assigned, sources },
        ...keptStanding(standingOf(instrument as Instrument, values)),
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

const parts: readonly (readonly [Class, readonly string[]])[] = [
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

/** Gives a correction rows of its own with what the old assessment says. */
async function copyParts(work: Work, old: Assessment, assessment: Assessment): Promise<void> {
  for (const [part, fields] of parts) {
    // In the order in which they are listed: their copies are listed by their new ids.
    const rows = await work.em.find(part as never, { assessment: old.id } as never, {
      orderBy: { createdAt: "asc", id: "asc" } as never,
    });
    for (const row of rows as Record<string, unknown>[]) {
      const said = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
      work.create(part, { ...said, id: newId(), assessment, sources: row.sources });
    }
  }
}
