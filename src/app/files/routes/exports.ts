import { exportedFile } from "../../../domain/exports/index.js";
import type { FileStore } from "../../../platform/files/index.js";
import { isId } from "../../../platform/ids.js";
import type { RequestContext } from "../../context.js";
import { exportFormats } from "../../exports/export-formats.js";
import { fileName } from "../../exports/lists.js";
import type { DownloadHandler, FileRoutes } from "../../file-port.js";
import { fileOf } from "./lists.js";

/** `/exports/<id>.csv`, `.xlsx`, `.ndjson`, `.json`: the file of an export, for who started it. */
export const exportRoutes = (files: FileStore): FileRoutes<RequestContext> => ({
  "/exports/:file": { GET: download(files) },
});

const download =
  (files: FileStore): DownloadHandler<RequestContext> =>
  async (context, request) => {
    const { name: id, format } = fileOf(request);
    if (!format || !isId(id)) return undefined;
    const found = await exportedFile(await context.reader(), context.viewer, id.toLowerCase());
    if (found?.format.toLowerCase() !== format) return undefined;
    const { key, name, size } = found;
    return {
      name: `${fileName(name)}.${format}`,
      mediaType: exportFormats[format],
      size,
      open: () => files.read(key),
    };
  };
