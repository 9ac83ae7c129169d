import { Worker } from "node:worker_threads";
import { HubError } from "../errors.js";
import type { SheetCells } from "./xlsx-cells.js";
import { damaged } from "./xlsx-package.js";
import type { ParsingAnswer, ParsingJob } from "./xlsx-worker.js";

/** Memory limit of the thread, in MiB. */
const heapMiB = 192;

type Cells = SheetCells[] | undefined;

/**
 * Unpacks, checks and parses workbooks one after another in a thread of its own. A file that takes too
 * much time or memory ends that thread and harms nothing else.
 */
class WorkbookParser {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  parse(job: ParsingJob, timeoutMs: number): Promise<Cells> {
    const run = this.last.then(() => this.run(job, timeoutMs));
    this.last = run.catch(() => undefined);
    return run;
  }

  private async run(job: ParsingJob, timeoutMs: number): Promise<Cells> {
    const worker = this.worker ?? this.start();
    this.worker = worker;
    const answer = await this.answerOf(worker, job, timeoutMs).catch((error: unknown) => {
      throw damaged(error);
    });
    if ("sheets" in answer) return answer.sheets;
    if ("failure" in answer) throw damaged(new Error(answer.failure));
    const { code, text, details } = answer.refusal;
    throw new HubError(code, text, details);
  }

  private start(): Worker {
    const worker = new Worker(new URL("./xlsx-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    worker.unref();
    // It may fail while no job runs; the next job then starts another.
    worker
      .on("error", () => undefined)
      .once("exit", () => {
        if (this.worker === worker) this.worker = undefined;
      });
    return worker;
  }

  private answerOf(worker: Worker, job: ParsingJob, timeoutMs: number): Promise<ParsingAnswer> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        worker.off("message", take).off("error", give).off("exit", end);
      };
      const take = (answer: ParsingAnswer) => {
        settle();
        resolve(answer);
      };
      const give = (reason: unknown) => {
        settle();
        this.worker = undefined;
        void worker.terminate();
        reject(reason);
      };
      const end = (code: number) => give(new Error(`the thread ended with ${code}`));
      const timer = setTimeout(() => give(new Error("parsing timed out")), timeoutMs);
      worker.on("message", take).on("error", give).on("exit", end);
      worker.postMessage(job);
    });
  }
}

const parser = new WorkbookParser();

/**
 * The cells of an uploaded workbook; undefined if there are more than allowed. Throws the reason of a
 * refusal, DAMAGED if it cannot be parsed within the timeout and the memory limit.
 */
export const parseWorkbook = (job: ParsingJob, timeoutMs: number): Promise<Cells> =>
  parser.parse(job, timeoutMs);
