import type { Viewer } from "../../../access/index.js";
import { type Done, type RemovalInput, UseCases, type Work } from "../../common/index.js";
import type { Assessment } from "../assessment.js";
import { checkOpen, openAssessment, partSpec, questionOf } from "../at-work.js";
import type { Instrument } from "../instruments/instrument.js";
import { Evidence } from "./evidence.js";
import type { AddEvidenceInput } from "./evidence-inputs.js";

/** A file that was uploaded, as evidence. */
export interface AttachedFile {
  id?: string | null;
  assessmentId: string;
  question?: string | null;
  title: string;
  fileName: string;
  fileSize: number;
  fileType: string;
  /** SHA-256, hex: its key in the store too. */
  fileHash: string;
}

/** Links and files on which assessments rest. */
export class EvidenceService extends UseCases {
  /** Adds a link. */
  addEvidence(viewer: Viewer, input: AddEvidenceInput): Promise<Done> {
    return this.creating(viewer, "addEvidence", Evidence, input, async (work, id) => {
      const { assessmentId, question, title, address } = input;
      const assessment = await assessmentWith(work, assessmentId, question);
      work.create(Evidence, {
        id,
        assessment,
        question: question ?? null,
        title,
        address,
        sources: [],
      });
    });
  }

  /** Adds a file whose bytes are in the store already. */
  attachEvidence(viewer: Viewer, input: AttachedFile): Promise<Done> {
    return this.creating(viewer, "attachEvidence", Evidence, input, async (work, id) => {
      const { assessmentId, question, ...file } = input;
      const assessment = await assessmentWith(work, assessmentId, question);
      work.create(Evidence, { ...file, id, assessment, question: question ?? null, sources: [] });
    });
  }

  /** Takes a link or a file away; the ledger keeps the file's hash. */
  removeEvidence(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = partSpec("removeEvidence", Evidence, "evidence");
    return this.changing(viewer, spec, input, async (evidence, work) => {
      checkOpen(evidence.assessment as Assessment, "input.id");
      await work.remove(evidence);
    });
  }
}

/** The assessment, if the requester may write in it and it has the question. */
async function assessmentWith(
  work: Work,
  assessmentId: string,
  question: string | null | undefined,
): Promise<Assessment> {
  const assessment = await openAssessment(work, assessmentId);
  const { sections } = assessment.instrument as Instrument;
  if (question) questionOf(sections, question, "input.question");
  return assessment;
}
