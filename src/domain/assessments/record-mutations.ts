import { badField, badUserInput } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { creating, inJsonbOrder, useCases, type Work } from "../common/index.js";
import { Assessment, type DimensionScore } from "./assessment.js";
import { RecordAssessmentInput, type RecordedScoreInput } from "./assessment-inputs.js";
import { mayRecord, owner } from "./assessment-policy.js";
import { assessmentOnce, beginAssessment } from "./begin-assessment.js";
import { AssessmentStatus } from "./enums.js";
import { Finding } from "./findings/finding.js";
import { checkOutsider } from "./independence.js";
import type { Instrument } from "./instruments/instrument.js";

/** The mutation for assessments that were made and published without the hub. */
export const recordMutations = useCases({
  recordAssessment: creating({
    of: Assessment,
    input: RecordAssessmentInput,
    description: `Records an assessment that was made and published without the hub, as its sources report it. ${owner}`,
    clashes: [assessmentOnce],
    async run(input, work, id) {
      await checkUnused(work, input, id);
      const how = { permission: mayRecord, assigned: false, recorded: true };
      const assessment = await beginAssessment(work, id, input, how);
      await checkOutsider(work, assessment.university.id, undefined, "input.universityId");
      if (assessment.sources.length === 0) {
        throw badField(
          "input.sources",
          "at least one source is required",
          "sedikitnya satu sumber wajib diisi",
        );
      }
      const { dimensionDetails } = assessment.instrument as Instrument;
      const keys = dimensionDetails.map(({ key }) => key);
      assessment.interests = input.interests ?? null;
      assessment.missing = [];
      assessment.scores = inJsonbOrder(recordedScores(keys, input.scores ?? []));
      await publishWith(work, assessment, input);
    },
  }),
});

/** Passes for findings with unused ids, because the ledger identifies each thing by its id. */
async function checkUnused(work: Work, { findings }: RecordAssessmentInput, own: string) {
  const seen = new Set([own]);
  for (const [at, finding] of (findings ?? []).entries()) {
    const id = finding.id?.toLowerCase();
    if (!id) continue;
    if (seen.has(id) || (await work.isUsed(id))) {
      throw badField(`input.findings.${at}.id`, "was used before", "sudah dipakai");
    }
    seen.add(id);
  }
}

/** The instrument's dimensions with the reported scores; BAD_USER_INPUT for unknown or repeated ones. */
function recordedScores(
  keys: readonly string[],
  scores: readonly RecordedScoreInput[],
): DimensionScore[] {
  const names = scores.map(({ dimension }) => dimension);
  const faults = names.flatMap((name, at) => {
    if (keys.includes(name) && names.indexOf(name) === at) return [];
    const message = {
      en: `must be among ${keys.join(", ")}, once each`,
      id: `harus di antara ${keys.join(", ")}, masing-masing satu kali`,
    };
    return [{ path: `input.scores.${at}.dimension`, message }];
  });
  if (faults.length > 0) throw badUserInput(faults);
  const values = new Map(scores.map(({ dimension, value }) => [dimension, value]));
  return keys.map((dimension) => ({ dimension, value: values.get(dimension) ?? null }));
}

/** Writes the findings, then publishes the assessment: a published one accepts no more rows. */
async function publishWith(
  work: Work,
  assessment: Assessment,
  { findings }: RecordAssessmentInput,
): Promise<void> {
  for (const { id, text, recommendation } of findings ?? []) {
    work.create(Finding, {
      id: id?.toLowerCase() ?? newId(),
      assessment,
      text,
      recommendation: recommendation ?? null,
      actions: [],
      measurements: [],
      sources: [],
    });
  }
  await work.em.flush();
  assessment.status = AssessmentStatus.PUBLISHED;
  assessment.publishedAt = new Date();
}
