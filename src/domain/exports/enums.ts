import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The format of an exported file. */
export const ExportFormat = defineEnum("ExportFormat", "The format of an exported file.", {
  CSV: "RFC 4180, UTF-8 with a byte order mark, in the form of its locale.",
  XLSX: "A workbook of one sheet.",
  NDJSON: "A row of the graph in each line.",
  JSON: "A list of the rows of the graph.",
});
export type ExportFormat = MemberOf<typeof ExportFormat>;

/** The state of an export. */
export const ExportStatus = defineEnum("ExportStatus", "The state of an export.", {
  QUEUED: "It waits for its turn.",
  RUNNING: "The file is being made.",
  DONE: "The file is at its address, until it expires.",
  FAILED: "No file was made; the export says why.",
  CANCELLED: "It was cancelled before the file was made.",
  EXPIRED: "The file was removed after its time.",
});
export type ExportStatus = MemberOf<typeof ExportStatus>;

/** The states in which the file is still to be made. */
export const unfinished: readonly ExportStatus[] = [ExportStatus.QUEUED, ExportStatus.RUNNING];
