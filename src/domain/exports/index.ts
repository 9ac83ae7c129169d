// Class and enumerations
export { ExportFormat, ExportStatus } from "./enums.js";
export { Export, type ExportRequest, type ListExport } from "./export.js";
// Its file, and how it is made
export { type ExportedFile, exportedFile } from "./export-file.js";
export {
  type ExportNode,
  releaseExport,
  renewLeases,
  type TakenExport,
  takeExport,
} from "./export-leases.js";
// Use cases
export { exportMutations } from "./export-mutations.js";
export { type ExportedView, provideExports } from "./export-port.js";
export {
  beginExport,
  type ExportInWork,
  expireExports,
  exportInWork,
  failExport,
  finishExport,
  reportExport,
} from "./export-steps.js";
