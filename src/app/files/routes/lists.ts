import type { Config } from "../../../platform/config.js";
import type { RequestContext } from "../../context.js";
import { type ExportFormat, exportFormats, isExportFormat } from "../../exports/export-formats.js";
import type { Exporter, PlannedExport } from "../../exports/exporter.js";
import { schemaName } from "../../exports/lists.js";
import type { Download, DownloadHandler, FileRequest, FileRoutes } from "../../file-port.js";
import { checkQuery, queryJson, queryList, queryLocale } from "./parameters.js";

/** `/lists/<list>.csv`, `.xlsx`, `.ndjson`, `.json`: the rows of a list, as the requester sees them. */
export const listRoutes = (
  exporter: Exporter,
  { downloadSeconds }: Config["exports"],
): FileRoutes<RequestContext> => ({
  "/lists/:file": { GET: listDownload(exporter, downloadSeconds * 1000) },
});

const listDownload =
  (exporter: Exporter, mostMs: number): DownloadHandler<RequestContext> =>
  async (context, request) => {
    const { name, format } = fileOf(request);
    const list = schemaName(name);
    if (!format || !exporter.has(list)) return undefined;
    checkQuery(request, ["where", "orderBy", "columns", "locale"]);
    const language = queryLocale(request, "locale", request.language);
    const planned = exporter.plan(context.viewer, {
      list,
      where: queryJson(request, "where"),
      orderBy: queryJson(request, "orderBy"),
      columns: queryList(request, "columns"),
      language,
    });
    const form = { format, language };
    return exportDownload(context, { exporter, planned, form, mostMs });
  };

/** The name and the format of the file in the path; no format where it has another ending. */
export function fileOf({ parameters: { file = "" } }: FileRequest) {
  const [, name = "", ending = ""] = /^([\w-]+)\.([a-z]+)$/.exec(file) ?? [];
  return { name, format: isExportFormat(ending) ? ending : undefined };
}

/** An export that a requester downloads. */
interface ExportDownload {
  exporter: Exporter;
  planned: PlannedExport;
  form: { format: ExportFormat; language: "id" | "en" };
  /** The milliseconds that it may take to be made. */
  mostMs: number;
}

/** The download of a planned export. A visitor has a third of the time: anybody can be one. */
export function exportDownload(
  context: RequestContext,
  { exporter, planned, form, mostMs }: ExportDownload,
): Download {
  const ownMs = context.client.isVisitor ? mostMs / 3 : mostMs;
  let position = 0;
  return {
    name: `${planned.name}.${form.format}`,
    mediaType: exportFormats[form.format],
    isMade: true,
    cost: planned.cost,
    headers: () => ({ "rembuk-position": String(position) }),
    open: async (signal) => {
      const opened = await exporter.open(planned, form, { mostMs: ownMs, signal });
      position = opened.position;
      await context
        .readOnce(async () => ({ position, data: "" }))
        .catch((error: unknown) => {
          opened.content.destroy();
          throw error;
        });
      return opened.content;
    },
  };
}
