import {
  Assessment,
  checkUploading,
  Evidence,
  type EvidenceFile,
  evidenceUploads,
} from "../../../domain/assessments/index.js";
import type { Ledger } from "../../../ledger/index.js";
import { HubError } from "../../../platform/errors.js";
import {
  type FileStore,
  isOfType,
  knownFileTypes,
  nameOfType,
} from "../../../platform/files/index.js";
import { csvType, csvTypes } from "../../../platform/tables/index.js";
import type { RequestContext } from "../../context.js";
import type { DownloadHandler, FileRoutes, UploadHandler } from "../../file-port.js";
import { pathId, queryId, queryText, visiblePathId } from "./parameters.js";

/** The refusal of a file whose bytes are not what its sender declares. */
const otherType = (declared: string) =>
  new HubError(
    "BAD_USER_INPUT",
    {
      en: `The file's bytes are not of the declared type ${declared}. Declare its own type; a text must be UTF-8 without control characters.`,
      id: `Isi berkas bukan dari jenis yang dinyatakan, ${declared}. Nyatakan jenisnya sendiri; teks harus UTF-8 tanpa karakter kontrol.`,
    },
    { reason: "OTHER_TYPE", declared },
  );

/** The type as which a file is stored: one type for all by which browsers declare a CSV. */
const storedType = (declared: string): string =>
  knownFileTypes.includes(declared) ? declared : csvType;

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
    mediaTypes: [...new Set([...knownFileTypes, ...csvTypes])],
    check: async (context, request) => {
      const assessmentId = await visiblePathId(context, request, Assessment);
      const question = queryText(request, "question", 80);
      return checkUploading(ledger, context.viewer, assessmentId, question);
    },
    take: async ({ viewer }, request) => {
      const { file } = request;
      const mediaType = storedType(request.mediaType);
      if (!(await isOfType(file.path, mediaType))) throw otherType(request.mediaType);
      const name = queryText(request, "name", 200) ?? "file";
      const fileName = nameOfType(name, mediaType);
      const { key } = await files.put(file.open(), { bytes: fileBytes });
      const { id, position } = await evidenceUploads.attachEvidence.perform(ledger, viewer, {
        id: queryId(request, "id"),
        assessmentId: pathId(request) ?? "",
        question: queryText(request, "question", 80),
        title: queryText(request, "title", 300) ?? name,
        ...{ fileName, fileSize: file.size, fileType: mediaType, fileHash: key },
        files,
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
