import { ImportKind, tableOf } from "../../../domain/imports/index.js";
import { badField } from "../../../platform/errors.js";
import { csvForms, csvType } from "../../../platform/tables/index.js";
import type { RequestContext } from "../../context.js";
import type { DownloadHandler, FileRequest, FileRoutes } from "../../port.js";
import { queryLocale } from "./parameters.js";

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
  const filters = new Map<string, string>();
  for (const [name, text] of request.query) {
    const shown = name.slice(0, 60);
    if (filters.has(name)) throw badField(shown, "is given twice", "diberikan dua kali");
    if (text === "" && name !== "template") throw badField(shown, "is empty", "kosong");
    filters.set(name, text);
  }
  const isTemplate = filters.delete("template");
  const form = queryLocale(request, "locale", csvForms, csvForms.en);
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
