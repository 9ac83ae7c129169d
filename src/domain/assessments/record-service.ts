import type { Viewer } from "../../access/index.js";
import { badField, badUserInput } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { type Done, inJsonbOrder, UseCases, type Work } from "../common/index.js";
import { Assessment, type DimensionScore } from "./assessment.js";
import type { RecordAssessmentInput, RecordedScoreInput } from "./assessment-inputs.js";
import { mayRecord } from "./assessment-policy.js";
import { beginAssessment } from "./assessment-service.js";
import { AssessmentStatus } from "./enums.js";
import { Finding } from "./findings/finding.js";
import type { Instrument } from "./instruments/instrument.js";

/** Assessments that were made and published without the hub. */
export class RecordService extends UseCases {
  /** Records a published assessment with what its sources tell. */
  recordAssessment(viewer: Viewer, input: RecordAssessmentInput): Promise<Done> {
    return this.creating(viewer, "recordAssessment", Assessment, input, async (work, id) => {
      await this.checkUnused(work, input, id);
      const how = { permission: mayRecord, assigned: false, recorded: true };
      const assessment = await beginAssessment(work, id, input, how);
      if (assessment.sources.length === 0) {
        throw badField("input.sources", "at least one is needed", "sedikitnya satu diperlukan");
      }
      const { dimensionDetails } = assessment.instrument as Instrument;
      const keys = dimensionDetails.map(({ key }) => key);
      assessment.interests = input.interests ?? null;
      assessment.missing = [];
      assessment.scores = inJsonbOrder(recordedScores(keys, input.scores ?? []));
      await publishWith(work, assessment, input);
    });
  }

  /** Ids of findings are of nothing else: the ledger knows what an id is. */
  private async checkUnused(work: Work, { findings }: RecordAssessmentInput, own: string) {
    const seen = new Set([own]);
    for (const [at, finding] of (findings ?? []).entries()) {
      const id = finding.id?.toLowerCase();
      if (!id) continue;
      if (seen.has(id) || (await this.ledger.creationOf(work.em, id))) {
        throw badField(`input.findings.${at}.id`, "was used before", "sudah dipakai");
      }
      seen.add(id);
    }
  }
}

/** The instrument's dimensions with the scores told; BAD_USER_INPUT for others, or one told twice. */
function recordedScores(
  keys: readonly string[],
  told: readonly RecordedScoreInput[],
): DimensionScore[] {
  const names = told.map(({ dimension }) => dimension);
  const faults = names.flatMap((name, at) => {
    if (keys.includes(name) && names.indexOf(name) === at) return [];
    const message = {
      en: `must be among ${keys.join(", ")}, once each`,
      id: `harus di antara ${keys.join(", ")}, masing-masing satu kali`,
    };
    return [{ path: `input.scores.${at}.dimension`, message }];
  });
  if (faults.length > 0) throw badUserInput(faults);
  const values = new Map(told.map(({ dimension, value }) => [dimension, value]));
  return keys.map((dimension) => ({ dimension, value: values.get(dimension) ?? null }));
}

/** Writes its findings, then closes it: nothing can be added to what is published. */
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
