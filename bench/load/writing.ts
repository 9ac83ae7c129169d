/** An action that one writer alone reports on, so that writers meet in the ledger and nowhere else. */
export interface Target {
  action: string;
  version: number;
  progress: number;
}

/** What every kind of writer is told. */
export interface WriteJob {
  url: string;
  /** The actions of each writer; there are as many writers as lists. */
  targets: Target[][];
  seconds: number;
}

/** The time that each write took from its start to its acknowledgement. */
export interface WriteResult {
  latenciesMs: number[];
  seconds: number;
}

/** Writes once and gives the action's version afterwards. */
export type Write = (target: Target) => Promise<number>;

/** One more per cent each time, so that each report changes its action. */
export const nextProgress = ({ progress }: Target): number => (progress + 1) % 101;

/** Lets every writer write, one write after the other, and times each. */
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
