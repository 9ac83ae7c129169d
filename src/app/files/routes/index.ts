import type { Ledger } from "../../../ledger/index.js";
import type { Config } from "../../../platform/config.js";
import type { FileStore } from "../../../platform/files/index.js";
import type { RequestContext } from "../../context.js";
import type { Exporter } from "../../exports/exporter.js";
import type { FileRoutes } from "../../file-port.js";
import type { Metrics } from "../../metrics.js";
import { evidenceRoutes } from "./evidence.js";
import { exportRoutes } from "./exports.js";
import { importRoutes } from "./imports.js";
import { listRoutes } from "./lists.js";
import { tableRoutes } from "./tables.js";
import { viewRoutes } from "./views.js";
import { workbookRoutes } from "./workbooks.js";

/** What the addresses of files work with. */
export interface FileServices {
  ledger: Ledger;
  files: FileStore;
  exporter: Exporter;
  config: Pick<Config, "limits" | "exports">;
  metrics: Pick<Metrics, "imports">;
}

/** Every address at which the hub takes files and returns them. */
export const fileRoutes = ({
  ledger,
  files,
  exporter,
  config,
  metrics,
}: FileServices): FileRoutes<RequestContext> => ({
  ...workbookRoutes(ledger),
  ...evidenceRoutes(ledger, files, config.limits.fileBytes),
  ...importRoutes(ledger, files, metrics),
  ...tableRoutes(),
  ...listRoutes(exporter, config.exports),
  ...exportRoutes(files),
  ...viewRoutes(exporter, config.exports),
});
