import {
  Assessment,
  checkUploading,
  Evidence,
  type EvidenceFile,
  evidenceUploads,
} from "../../../domain/assessments/index.js";
import type { Ledger } from "../../../ledger/index.js";
import type { FileStore } from "../../../platform/files/index.js";
import { xlsxType } from "../../../platform/tables/index.js";
import type { RequestContext } from "../../context.js";
import type { DownloadHandler, FileRoutes, UploadHandler } from "../../port.js";
import { pathId, queryId, queryText, visiblePathId } from "./parameters.js";

/** The media types of evidence: documents, pictures and tables, nothing that runs. */
const evidenceTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "text/plain",
  "text/csv",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsxType,
];

/** `/assessments/<id>/evidence` takes a file, `/files/<id of the evidence>` returns it. */
export const evidenceRoutes = (
  ledger: Ledger,
  files: FileStore,
  fileBytes: number,
): FileRoutes<RequestContext> => ({
  "/assessments/:id/evidence": { POST: upload(ledger, files, fileBytes) },
  "/files/:id": { GET: download(files) },
});

function upload(
  ledger: Ledger,
  files: FileStore,
  fileBytes: number,
): UploadHandler<RequestContext> {
  return {
    limit: "fileBytes",
    mediaTypes: evidenceTypes,
    check: async (context, request) => {
      const assessmentId = await visiblePathId(context, request, Assessment);
      const question = queryText(request, "question", 80);
      return checkUploading(ledger, context.viewer, assessmentId, question);
    },
    take: async ({ viewer }, request) => {
      const { file, mediaType } = request;
      const fileName = queryText(request, "name", 200) ?? "file";
      const { key } = await files.put(file.open(), { bytes: fileBytes });
      const { id, position } = await evidenceUploads.attachEvidence.perform(ledger, viewer, {
        id: queryId(request, "id"),
        assessmentId: pathId(request) ?? "",
        question: queryText(request, "question", 80),
        title: queryText(request, "title", 300) ?? fileName,
        ...{ fileName, fileSize: file.size, fileType: mediaType, fileHash: key },
      });
      return { id, position, size: file.size, sha256: file.sha256, address: `/files/${id}` };
    },
  };
}

const download =
  (files: FileStore): DownloadHandler<RequestContext> =>
  async (context, request) => {
    const id = pathId(request);
    const reader = await context.reader();
    const row = id && (await reader.byId(Evidence, id, ["file"]));
    const file = row ? (row.file as EvidenceFile | null) : null;
    if (!file) return undefined;
    const { name, size, mediaType, sha256 } = file;
    return { name, size, mediaType, open: () => files.read(sha256) };
  };
