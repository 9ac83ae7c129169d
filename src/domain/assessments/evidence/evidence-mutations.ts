import { creating, removing, useCases, type Work } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import { university, whileOpen } from "../assessment-policy.js";
import { checkOpen, openAssessment, partOfAssessment, questionOf } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { Evidence } from "./evidence.js";
import { AddEvidenceInput } from "./evidence-inputs.js";

/** The mutations on links and files on which assessments rest. */
export const evidenceMutations = useCases({
  addEvidence: creating({
    of: Evidence,
    input: AddEvidenceInput,
    description: `Adds a link on which the assessment rests. ${whileOpen} ${university}`,
    async run({ assessmentId, question = null, title, address }, work, id) {
      const assessment = await assessmentWith(work, assessmentId, question);
      work.create(Evidence, { ...{ id, assessment, question, title, address }, sources: [] });
    },
  }),

  removeEvidence: removing({
    ...partOfAssessment(Evidence, "evidence"),
    description: `Takes a link or a file away; the ledger keeps the file's hash. ${whileOpen} ${university}`,
    check: ({ assessment }) => checkOpen(assessment as Assessment, "input.id"),
  }),
});

/** A file that was uploaded, as evidence. */
class AttachedFile {
  id?: string | null;
  assessmentId!: string;
  question?: string | null;
  title!: string;
  fileName!: string;
  fileSize!: number;
  fileType!: string;
  /** SHA-256, hex: its key in the store too. */
  fileHash!: string;
}

/** The use case of uploads, which come beside GraphQL. */
export const evidenceUploads = useCases({
  attachEvidence: creating({
    of: Evidence,
    input: AttachedFile,
    description: `Adds a file whose bytes are in the store already. ${whileOpen} ${university}`,
    async run({ assessmentId, question = null, ...file }, work, id) {
      const assessment = await assessmentWith(work, assessmentId, question);
      work.create(Evidence, { ...file, id, assessment, question, sources: [] });
    },
  }),
});

/** The assessment, if the requester may write in it and it has the question. */
async function assessmentWith(
  work: Work,
  assessmentId: string,
  question: string | null,
): Promise<Assessment> {
  const assessment = await openAssessment(work, assessmentId);
  const { sections } = assessment.instrument as Instrument;
  if (question) questionOf(sections, question, "input.question");
  return assessment;
}
