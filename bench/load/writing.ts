/** An action that only one writer reports on, so that writers contend for the ledger and nothing else. */
export interface Target {
  action: string;
  version: number;
  progress: number;
  /** The e-mail address of a member of its lead. */
  reporter: string;
}

/** The job of a kind of writers. */
export interface WriteJob {
  url: string;
  /** The actions of each writer: one list per writer. */
  targets: Target[][];
  seconds: number;
}

/** The times of the writes, from start to acknowledgement. */
export interface WriteResult {
  latenciesMs: number[];
  seconds: number;
}

/** Writes once and gives the action's new version. */
export type Write = (target: Target) => Promise<number>;

/** One per cent more each time, so that each report changes its action. */
export const nextProgress = ({ progress }: Target): number => (progress + 1) % 101;

/** Runs every writer, one write after the other, and times each write. */
export async function writeInTurns(job: WriteJob, write: Write): Promise<WriteResult> {
  const latenciesMs: number[] = [];
  const started = performance.now();
  const until = started + job.seconds * 1000;
  const writer = async (targets: Target[]) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const target = targets[turn % targets.length] as Target;
      const began = performance.now();
      target.version = await write(target);
      target.progress = nextProgress(target);
      latenciesMs.push(performance.now() - began);
    }
  };
  await Promise.all(job.targets.map(writer));
  return { latenciesMs, seconds: (performance.now() - started) / 1000 };
}
