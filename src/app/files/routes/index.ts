import type { Ledger } from "../../../ledger/index.js";
import type { FileStore } from "../../../platform/files/index.js";
import type { RequestContext } from "../../context.js";
import type { FileRoutes } from "../../port.js";
import { evidenceRoutes } from "./evidence.js";
import { importRoutes } from "./imports.js";
import { tableRoutes } from "./tables.js";
import { workbookRoutes } from "./workbooks.js";

/** Every address at which the hub takes files and returns them. */
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
