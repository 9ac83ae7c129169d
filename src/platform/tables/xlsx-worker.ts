import { parentPort } from "node:worker_threads";
import { cellsOfPackage } from "./xlsx-cells.js";

/** What a worker is asked: a checked package, and how far to read its sheets. */
export interface ParsingJob {
  content: Uint8Array;
  rows: number;
  columns: number;
}

parentPort?.on("message", ({ content, rows, columns }: ParsingJob) => {
  cellsOfPackage(content, rows, columns).then(
    (sheets) => parentPort?.postMessage({ sheets }),
    (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
  );
});
