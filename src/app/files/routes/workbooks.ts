import { Readable } from "node:stream";
import {
  Assessment,
  assessmentWorkbook,
  checkUploading,
  checkWorkbook,
  takeWorkbook,
} from "../../../domain/assessments/index.js";
import type { Ledger } from "../../../ledger/index.js";
import type { Language } from "../../../platform/errors.js";
import { xlsxType } from "../../../platform/tables/index.js";
import type { RequestContext } from "../../context.js";
import type { DownloadHandler, FileRequest, FileRoutes, UploadHandler } from "../../file-port.js";
import {
  pathId,
  queryFlag,
  queryInteger,
  queryWord,
  shownFaults,
  visiblePathId,
} from "./parameters.js";

/** `/assessments/<id>/workbook.xlsx`: an assessment to be answered offline, and its upload. */
export const workbookRoutes = (ledger: Ledger): FileRoutes<RequestContext> => ({
  "/assessments/:id/workbook.xlsx": { GET: download, POST: upload(ledger) },
});

function workbookLanguage(request: FileRequest): Language {
  const fallback = request.language === "id" ? "ID" : "EN";
  return queryWord(request, "language", ["ID", "EN"], fallback) === "ID" ? "id" : "en";
}

const download: DownloadHandler<RequestContext> = async (context, request) => {
  const id = pathId(request);
  const reader = await context.reader();
  const language = workbookLanguage(request);
  const made = id && (await assessmentWorkbook(reader, id, language));
  if (!made) return undefined;
  const { name, content } = made;
  const open = () => Readable.from([content]);
  return { name, mediaType: xlsxType, size: content.length, open };
};

function upload(ledger: Ledger): UploadHandler<RequestContext> {
  return {
    limit: "fileBytes",
    mediaTypes: [xlsxType],
    check: async (context, request) => {
      const assessmentId = await visiblePathId(context, request, Assessment);
      return checkUploading(ledger, context.viewer, assessmentId);
    },
    take: async ({ viewer }, request) => {
      const { language } = request;
      const input = {
        id: pathId(request) ?? "",
        path: request.file.path,
        mode: queryWord(request, "mode", ["ALL", "VALID"], "ALL"),
        expectedVersion: queryInteger(request, "expectedVersion"),
        language,
      };
      if (queryFlag(request, "check")) {
        const checked = await checkWorkbook(ledger, viewer, input);
        return { ...checked, faults: shownFaults(checked.faults, language) };
      }
      const { rejected, ...taken } = await takeWorkbook(ledger, viewer, input);
      const faults = shownFaults(taken.faults, language);
      return { ...taken, faults, rejected: rejected?.toString("base64") ?? null };
    },
  };
}
