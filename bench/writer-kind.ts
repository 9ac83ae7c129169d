import type { WriteJob, WriteResult } from "./load/writing.js";

/** A kind of writers, ready to write. */
export interface WriterKind {
  by: string;
  /** The process whose CPU time is measured: the server's, or the writers' own. */
  pid: number;
  run(job: WriteJob): Promise<WriteResult>;
  stop(): Promise<void>;
}
