import { parentPort } from "node:worker_threads";
import { type ErrorCode, HubError, type Text } from "../errors.js";
import { cellsOfPackage, type SheetCells } from "./xlsx-cells.js";
import { checkedPackage, type WorkbookLimits } from "./xlsx-package.js";

/** A job of the worker: an uploaded file and the limits of the read. */
export interface ParsingJob {
  path: string;
  limits: WorkbookLimits;
}

/** A refusal of the file in a form that can be sent to another thread. */
export interface SentRefusal {
  code: ErrorCode;
  text: Text;
  details: Record<string, unknown>;
}

/** The answer of the worker; `sheets` is undefined if there are more cells than allowed. */
export type ParsingAnswer =
  | { sheets: SheetCells[] | undefined }
  | { refusal: SentRefusal }
  | { failure: string };

async function answerTo({ path, limits }: ParsingJob): Promise<ParsingAnswer> {
  try {
    return { sheets: await cellsOfPackage(await checkedPackage(path, limits), limits) };
  } catch (error) {
    if (!(error instanceof HubError)) return { failure: String(error) };
    const { code: _, ...details } = error.extensions;
    return { refusal: { code: error.code, text: error.text, details } };
  }
}

parentPort?.on("message", async (job: ParsingJob) => {
  parentPort?.postMessage(await answerTo(job));
});
