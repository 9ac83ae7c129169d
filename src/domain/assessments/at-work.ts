import type { Rel } from "@mikro-orm/core";
import { authorise, type Viewer } from "../../access/index.js";
import type { Ledger } from "../../ledger/index.js";
import { badField, invalidTransition } from "../../platform/errors.js";
import { type Class, sql } from "../../reading/index.js";
import type { VersionedNoun, Work } from "../common/index.js";
import { Assessment } from "./assessment.js";
import { type AssessmentFacts, mayAnswer } from "./assessment-policy.js";
import { AssessmentStatus, assessmentLifecycle } from "./enums.js";
import type { Instrument } from "./instruments/instrument.js";
import {
  type InstrumentSection,
  noQuestion,
  type Question,
  questionsOf,
} from "./instruments/instrument-parts.js";
import type { Subject } from "./ties.js";

// The lock of an assessment, and the checks that its use cases share. The use cases of one assessment, with
// its answers, findings and evidence, run one after another: each locks the assessment's row. So nothing
// changes between check and write, and a submission covers exactly the answers that were checked.

/** The references of an assessment that the rules and the ledger need loaded. */
export const loaded = ["instrument", "programme", "area", "plan", "university"] as const;

/** The facts that the policies of an assessment need. */
export const factsOf = ({ university, programme, reviewer }: Assessment): AssessmentFacts => ({
  university: university.id,
  programmeOwner: programme.owner.id,
  reviewer: reviewer?.id,
});

/** The subject of an assessment. */
export const subjectOf = ({ area, plan, programme }: Assessment): Subject => ({
  area: area?.id,
  plan: plan?.id,
  programme: programme.id,
});

/** Locks an assessment until the transaction ends, after its other use cases have ended. */
export const lockAssessment = (work: Work, id: string): Promise<void> =>
  work.lock(sql`select 1 from assessment where id = ${id} for no key update`);

type Part = "finding" | "action_finding" | "evidence";

/** The same lock as `lockAssessment`, by the id of a row that belongs to the assessment. */
const lockAssessmentOf =
  (part: Part) =>
  (work: Work, id: string): Promise<void> =>
    work.lock(sql`select 1 from assessment
      where id = (select assessment_id from ${sql.table(part)} where id = ${id}) for no key update`);

/** The options of use cases that change an assessment: its facts, references and lock. */
export const ofAssessment = {
  of: Assessment,
  facts: factsOf,
  populate: loaded,
  lock: lockAssessment,
};

/** The options of use cases that change a part, for example a finding: policy and lock of its assessment. */
export const partOfAssessment = <T extends VersionedNoun & { assessment: Rel<Assessment> }>(
  of: Class<T>,
  part: Part,
) => ({
  of,
  may: mayAnswer,
  populate: ["assessment", "assessment.programme"],
  facts: ({ assessment }: T) => factsOf(assessment as Assessment),
  lock: lockAssessmentOf(part),
});

/** The assessment that an input names, locked after its other use cases have ended. */
export async function lockedAssessment(work: Work, assessmentId: string): Promise<Assessment> {
  const id = assessmentId.toLowerCase();
  await lockAssessment(work, id);
  return work.find(Assessment, id, "input.assessmentId", loaded);
}

/** The same as `lockedAssessment`, if the requester may change its answers now. */
export async function openAssessment(work: Work, assessmentId: string): Promise<Assessment> {
  const assessment = await lockedAssessment(work, assessmentId);
  work.authorise(mayAnswer, factsOf(assessment));
  checkOpen(assessment, "input.assessmentId");
  return assessment;
}

/**
 * Passes for a requester who may add to the assessment now, and for a known question if one is given. It
 * runs before a file is received, without a lock. The use case repeats all checks. Returns the id of the
 * university.
 */
export async function checkUploading(
  ledger: Ledger,
  viewer: Viewer,
  assessmentId: string,
  question: string | null = null,
): Promise<string> {
  const assessment = await ledger.read((em) =>
    em.findOneOrFail(
      Assessment,
      { id: assessmentId },
      {
        populate: ["programme", "instrument"],
      },
    ),
  );
  authorise(viewer, mayAnswer, factsOf(assessment));
  checkOpen(assessment, "id");
  const { sections } = assessment.instrument as Instrument;
  if (question) questionOf(sections, question, "question");
  return assessment.university.id;
}

const open: readonly AssessmentStatus[] = [AssessmentStatus.DRAFT, AssessmentStatus.RETURNED];

/** Passes while the university may change it; else INVALID_TRANSITION at `path`. */
export function checkOpen({ status }: Assessment, path: string): void {
  if (open.includes(status)) return;
  const allowed = assessmentLifecycle.allowed(status);
  throw invalidTransition("Assessment", status, AssessmentStatus.DRAFT, allowed, path);
}

/** The question with this key; else BAD_USER_INPUT at `path`. */
export function questionOf(
  sections: readonly InstrumentSection[],
  key: string,
  path: string,
): Question {
  const found = questionsOf(sections).find((question) => question.key === key);
  if (!found) throw badField(path, noQuestion.en, noQuestion.id);
  return found;
}
