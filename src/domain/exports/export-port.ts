import type { Viewer } from "../../access/index.js";
import type { ExportRequest } from "./export.js";

/** The limits of exports in the background. */
export interface ExportLimits {
  /** The most unfinished exports of an organisation. */
  mostUnfinished: number;
}

/** What the hub's exporter tells the use cases. The composition root provides it. */
export interface ExportPort {
  limits: ExportLimits;
  /** Throws the refusal of a request that cannot be exported, with faults at `where` and the like. */
  check(viewer: Viewer, request: ExportRequest): void;
  /** Notes that the running use case starts or ends an export. */
  changed(): void;
}

let provided: ExportPort | undefined;

/** Provides the port. A process has one, as it has one schema. */
export function provideExports(port: ExportPort): void {
  provided = port;
}

/** The provided port. */
export function exportPort(): ExportPort {
  if (!provided) throw new Error("Exports need the hub's exporter (provideExports)");
  return provided;
}
