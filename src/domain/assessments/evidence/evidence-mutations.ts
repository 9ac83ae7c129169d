import type { FileStore } from "../../../platform/files/index.js";
import { creating, keepFile, removing, useCases, type Work } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import { university, whileOpen } from "../assessment-policy.js";
import { checkOpen, openAssessment, partOfAssessment, questionOf } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { Evidence } from "./evidence.js";
import { AddEvidenceInput } from "./evidence-inputs.js";

/** The mutations on evidence: the links and files that support assessments. */
export const evidenceMutations = useCases({
  addEvidence: creating({
    of: Evidence,
    input: AddEvidenceInput,
    description: `Adds a link that supports the assessment. ${whileOpen} ${university}`,
    async run({ assessmentId, question = null, title, address }, work, id) {
      const assessment = await assessmentWith(work, assessmentId, question);
      work.create(Evidence, { ...{ id, assessment, question, title, address }, sources: [] });
    },
  }),

  removeEvidence: removing({
    ...partOfAssessment(Evidence, "evidence"),
    description: `Removes a link or a file. The file's hash stays in the ledger. ${whileOpen} ${university}`,
    check: ({ assessment }) => checkOpen(assessment as Assessment, "input.id"),
  }),
});

/** An uploaded file, as evidence. */
class AttachedFile {
  id?: string | null;
  assessmentId!: string;
  question?: string | null;
  title!: string;
  fileName!: string;
  fileSize!: number;
  fileType!: string;
  /** The SHA-256 in hexadecimal; also its key in the store. */
  fileHash!: string;
  /** The store that has it. */
  files!: Pick<FileStore, "has">;
}

/** The use case of uploads, which arrive outside GraphQL. */
export const evidenceUploads = useCases({
  attachEvidence: creating({
    of: Evidence,
    input: AttachedFile,
    description: `Adds a file whose bytes are already in the store. ${whileOpen} ${university}`,
    request: ({ files: _, ...sent }) => sent,
    async run({ assessmentId, question = null, files, ...file }, work, id) {
      const assessment = await assessmentWith(work, assessmentId, question);
      await keepFile(work.em, files, file.fileHash);
      work.create(Evidence, { ...file, id, assessment, question, sources: [] });
    },
  }),
});

/** The assessment, if the requester may change it and it has the question. */
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
