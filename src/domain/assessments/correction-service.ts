import type { Viewer } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import type { Class } from "../../reading/index.js";
import { type Done, explainClash, UseCases, type Work } from "../common/index.js";
import { Answer } from "./answers/answer.js";
import { standingOf } from "./answers/scoring.js";
import { keptStanding, valueIn } from "./answers/standing.js";
import { Assessment } from "./assessment.js";
import type { CorrectAssessmentInput } from "./assessment-inputs.js";
import { mayCorrect } from "./assessment-policy.js";
import { factsOf, heldAssessment } from "./at-work.js";
import { AssessmentStatus } from "./enums.js";
import { Evidence } from "./evidence/evidence.js";
import { ActionFinding } from "./findings/action-finding.js";
import { Finding } from "./findings/finding.js";
import type { Instrument } from "./instruments/instrument.js";

explainClash(
  "assessment_corrected_once",
  "input.assessmentId",
  "has a correction already",
  "sudah mempunyai koreksi",
);

/** Corrections: a published assessment never changes, a new one that names it takes its place. */
export class CorrectionService extends UseCases {
  /** Begins a correction, with all that the published assessment holds. */
  correctAssessment(viewer: Viewer, input: CorrectAssessmentInput): Promise<Done> {
    return this.creating(viewer, "correctAssessment", Assessment, input, async (work, id) => {
      const old = await heldAssessment(work, input.assessmentId);
      work.authorise(mayCorrect, factsOf(old));
      if (old.status !== AssessmentStatus.PUBLISHED) {
        throw badField(
          "input.assessmentId",
          "is not published: change it itself",
          "belum terbit: ubahlah langsung",
        );
      }
      const answers = await work.em.find(Answer, { assessment: old.id } as never);
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
    });
  }
}

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
