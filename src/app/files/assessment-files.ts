import {
  Assessment,
  assessmentWorkbook,
  checkUploading,
  Evidence,
  type EvidenceFile,
  EvidenceService,
  WorkbookService,
} from "../../domain/assessments/index.js";
import type { Ledger } from "../../ledger/index.js";
import type { FileStore } from "../../platform/files/index.js";
import { xlsxType } from "../../platform/tables/index.js";
import { nounOf } from "../../reading/index.js";
import type { RequestContext } from "../context.js";
import type { FileRoutes } from "../transport/file-routes.js";
import { idIn, idOf, oneOf, seenId, textIn, wholeIn } from "./asked.js";
import { contentOf } from "./content.js";

type Routes = FileRoutes<RequestContext>;

/** What the hub keeps as evidence: documents, pictures and tables, nothing that runs. */
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

/** `/assessments/<id>/workbook.xlsx`: an assessment to be answered offline, and back. */
export function workbookRoutes(ledger: Ledger): Routes {
  const workbooks = new WorkbookService(ledger);
  return {
    "/assessments/:id/workbook.xlsx": {
      GET: async (context, asked) => {
        const id = idIn(asked);
        const reader = await context.reader();
        const language = oneOf(
          asked,
          "language",
          ["ID", "EN"],
          asked.language === "id" ? "ID" : "EN",
        );
        const made = id && (await assessmentWorkbook(reader, id, language === "ID" ? "id" : "en"));
        return made
          ? { ...contentOf(made.content), name: made.name, mediaType: xlsxType }
          : undefined;
      },
      POST: {
        limit: "fileBytes",
        mediaTypes: [xlsxType],
        check: async (context, asked) => {
          const assessmentId = await seenId(context, asked, Assessment);
          await checkUploading(ledger, context.viewer, assessmentId);
        },
        take: async ({ viewer }, asked) => {
          const { rejected, ...taken } = await workbooks.takeWorkbook(viewer, {
            id: idIn(asked) ?? "",
            path: asked.file.path,
            mode: oneOf(asked, "mode", ["ALL", "VALID"], "ALL"),
            expectedVersion: wholeIn(asked, "expectedVersion"),
            language: asked.language,
          });
          const faults = taken.faults.map(({ path, message }) => ({
            path,
            message: message[asked.language],
          }));
          return { ...taken, faults, rejected: rejected?.toString("base64") ?? null };
        },
      },
    },
  };
}

/** `/assessments/<id>/evidence` takes a file, `/files/<id of the evidence>` gives it back. */
export function evidenceRoutes(ledger: Ledger, files: FileStore, fileBytes: number): Routes {
  const evidence = new EvidenceService(ledger);
  return {
    "/assessments/:id/evidence": {
      POST: {
        limit: "fileBytes",
        mediaTypes: evidenceTypes,
        check: async (context, asked) => {
          const assessmentId = await seenId(context, asked, Assessment);
          const question = textIn(asked, "question", 80);
          await checkUploading(ledger, context.viewer, assessmentId, question);
        },
        take: async ({ viewer }, asked) => {
          const { file, mediaType } = asked;
          const fileName = textIn(asked, "name", 200) ?? "file";
          const { key } = await files.put(file.open(), { bytes: fileBytes });
          const { id, position } = await evidence.attachEvidence(viewer, {
            id: idOf(asked, "id"),
            assessmentId: idIn(asked) ?? "",
            question: textIn(asked, "question", 80),
            title: textIn(asked, "title", 300) ?? fileName,
            ...{ fileName, fileSize: file.size, fileType: mediaType, fileHash: key },
          });
          return { id, position, size: file.size, sha256: file.sha256, address: `/files/${id}` };
        },
      },
    },
    "/files/:id": {
      GET: async (context, asked) => {
        const id = idIn(asked);
        const reader = await context.reader();
        const row = id && (await reader.byId(nounOf(Evidence), id, ["file"]));
        const file = row ? (row.file as EvidenceFile | null) : null;
        if (!file) return undefined;
        const { name, size, mediaType, sha256 } = file;
        return { name, size, mediaType, open: () => files.read(sha256) };
      },
    },
  };
}
