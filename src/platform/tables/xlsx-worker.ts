import { parentPort } from "node:worker_threads";
import { type CellLimits, cellsOfPackage } from "./xlsx-cells.js";

/** A job of the worker: a checked package and the limits of the read. */
export interface ParsingJob extends CellLimits {
  content: Uint8Array;
}

parentPort?.on("message", ({ content, ...limits }: ParsingJob) => {
  cellsOfPackage(content, limits).then(
    (sheets) => parentPort?.postMessage({ sheets }),
    (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
  );
});
