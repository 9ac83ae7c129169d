import {
  definitionOf,
  definitionParts,
  View,
  type ViewDefinition,
  ViewParameterType,
} from "../../../domain/views/index.js";
import type { Config } from "../../../platform/config.js";
import type { Language } from "../../../platform/errors.js";
import type { RequestContext } from "../../context.js";
import { contentOf, type ExportFormat, exportFormats } from "../../exports/export-formats.js";
import type { Exporter } from "../../exports/exporter.js";
import { groupsOfView, isOfRows, rowsOfView } from "../../exports/view-export.js";
import type { DownloadHandler, FileRequest, FileRoutes } from "../../file-port.js";
import { exportDownload, fileOf } from "./lists.js";
import { checkQuery, queryLocale } from "./parameters.js";

/** `/views/<key>.csv`, `.xlsx`, `.ndjson`, `.json`: the result of a view, as the requester sees it. */
export const viewRoutes = (
  exporter: Exporter,
  { downloadSeconds }: Config["exports"],
): FileRoutes<RequestContext> => ({
  "/views/:file": { GET: viewDownload(exporter, downloadSeconds * 1000) },
});

const viewDownload =
  (exporter: Exporter, mostMs: number): DownloadHandler<RequestContext> =>
  async (context, request) => {
    const { name, format } = fileOf(request);
    const reader = await context.reader();
    const row = format && (await reader.byKey(View, name, definitionParts));
    if (!row || !format) return undefined;
    const definition = definitionOf(row);
    checkQuery(request, [...definition.parameters.map((one) => one.name), "locale"]);
    const language = queryLocale(request, "locale", request.language);
    const parameters = parametersOf(request, definition);
    const view = { name, definition, parameters, language };
    const form = { format, language };
    if (!isOfRows(definition)) return groupsDownload(context, view, form);
    const planned = exporter.planDocument(context.viewer, rowsOfView(view));
    return exportDownload(context, { exporter, planned, form, mostMs });
  };

/** The values of the view's parameters in the address. */
function parametersOf({ query }: FileRequest, { parameters }: ViewDefinition) {
  const given: Record<string, unknown> = {};
  for (const { name, type } of parameters) {
    const text = query.get(name);
    if (text !== null) given[name] = typedValue(text, type);
  }
  return given;
}

/** A value as its type takes it in JSON; a text that is none is refused with the view's other parameters. */
function typedValue(text: string, type: ViewParameterType): unknown {
  if (type === ViewParameterType.NUMBER) return text.trim() === "" ? text : Number(text);
  if (type !== ViewParameterType.BOOLEAN) return text;
  return text === "true" || text === "false" ? text === "true" : text;
}

/** The groups of a view as a file, of the request's own snapshot. */
async function groupsDownload(
  context: RequestContext,
  view: Parameters<typeof groupsOfView>[1],
  form: { format: ExportFormat; language: Language },
) {
  const { columns, rows } = groupsOfView(context, view);
  const position = await context.position();
  return {
    name: `${view.name}.${form.format}`,
    mediaType: exportFormats[form.format],
    isMade: true,
    headers: () => ({ "rembuk-position": String(position) }),
    open: () => contentOf(rows, { ...form, name: view.name, columns }),
  };
}
