import type { Ledger } from "../../ledger/index.js";
import type { FileStore } from "../../platform/files/index.js";
import type { RequestContext } from "../context.js";
import type { FileRoutes } from "../transport/file-routes.js";
import { evidenceRoutes, workbookRoutes } from "./assessment-files.js";
import { importRoutes, tableRoutes } from "./import-files.js";

/** Every address at which the hub takes files and gives them. */
export const fileRoutes = (
  ledger: Ledger,
  files: FileStore,
  { fileBytes }: { fileBytes: number },
): FileRoutes<RequestContext> => ({
  ...workbookRoutes(ledger),
  ...evidenceRoutes(ledger, files, fileBytes),
  ...importRoutes(ledger, files),
  ...tableRoutes(),
});
