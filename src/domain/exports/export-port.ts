import type { Viewer } from "../../access/index.js";
import type { ViewDefinition } from "../views/index.js";
import type { ListExport } from "./export.js";

/** A view that is exported, with the values of its parameters. */
export interface ExportedView {
  key: string;
  definition: ViewDefinition;
  parameters: unknown;
}

/** The limits of exports in the background. */
export interface ExportLimits {
  /** The most unfinished exports of an organisation. */
  mostUnfinished: number;
}

/** What the hub's exporter tells the use cases. The composition root provides it. */
export interface ExportPort {
  limits: ExportLimits;
  /** Throws the refusal of a request that cannot be exported, with faults at `where` and the like. */
  checkList(viewer: Viewer, request: ListExport): void;
  /** The same for a view, with faults at `viewKey` and `parameters`. Gives the list of its rows. */
  checkView(viewer: Viewer, view: ExportedView): string;
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
