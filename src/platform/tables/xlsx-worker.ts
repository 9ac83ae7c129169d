import { parentPort } from "node:worker_threads";
import { type CellLimits, cellsOfPackage } from "./xlsx-cells.js";

/** What a worker is asked: a checked package, and how far to read its sheets. */
export interface ParsingJob extends CellLimits {
  content: Uint8Array;
}

parentPort?.on("message", ({ content, ...limits }: ParsingJob) => {
  cellsOfPackage(content, limits).then(
    (sheets) => parentPort?.postMessage({ sheets }),
    (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
  );
});
