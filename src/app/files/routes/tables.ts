import { ImportKind, tableOf } from "../../../domain/imports/index.js";
import { csvForms, csvType } from "../../../platform/tables/index.js";
import type { RequestContext } from "../../context.js";
import type { DownloadHandler, FileRequest, FileRoutes } from "../../file-port.js";
import { checkOnce, queryLocale } from "./parameters.js";

/** The kinds of tables by their names in addresses, as `enterprise-groups.csv`. */
const kinds = new Map(
  Object.values(ImportKind).map((kind) => [`${kind.toLowerCase().replaceAll("_", "-")}.csv`, kind]),
);

/** `/tables/<kind>.csv`: a table in the columns of its import, with the rows that the requester sees. */
export const tableRoutes = (): FileRoutes<RequestContext> => ({
  "/tables/:name": { GET: download },
});

/** The table that the query describes: `template`, `locale` and filters, each at most once. */
function tableQuery(request: FileRequest) {
  checkOnce(request, ["template"]);
  const filters = new Map(request.query);
  const isTemplate = filters.delete("template");
  const form = csvForms[queryLocale(request, "locale", "en")];
  filters.delete("locale");
  return { isTemplate, form, filters };
}

const download: DownloadHandler<RequestContext> = async (context, request) => {
  const { name = "" } = request.parameters;
  const kind = kinds.get(name);
  if (!kind) return undefined;
  const open = await tableOf(await context.reader(), { kind, ...tableQuery(request) });
  return { name, mediaType: `${csvType}; charset=utf-8`, isMade: true, open };
};
