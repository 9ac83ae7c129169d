import "reflect-metadata";
import { type ChildProcess, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import globalSetup from "../testkit/postgres/global-setup.js";
import globalTeardown from "../testkit/postgres/global-teardown.js";
import { makeOracleDatabase, type OracleDatabase } from "./database.js";
import { faultsOf, shown, sum } from "./figures.js";
import { type Round, type RoundOptions, reportOf } from "./oracle.js";
import type { Order, Report } from "./worker.js";

// The long form of the oracle, by hand: npm run oracle -- [--documents N] [--seed S] [--path P]
// A difference is reported with the seed and the path that show it again.

/** Documents of one round: after a difference the next round goes on. */
const roundSize = 500;

const { values: given } = parseArgs({
  options: {
    documents: { type: "string", default: "100000" },
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
    path: { type: "string" },
    workers: { type: "string", default: String(Math.min(4, availableParallelism())) },
  },
});

/** The rounds of a run: each has a seed of its own, so that it can be played alone. */
function roundsOf(documents: number, seed: number, path: string | undefined): RoundOptions[] {
  if (path !== undefined) return [{ seed, documents: roundSize, path }];
  return Array.from({ length: Math.ceil(documents / roundSize) }, (_, at) => ({
    seed: seed + at,
    documents: Math.min(roundSize, documents - at * roundSize),
  }));
}

/** Another process that plays rounds. */
class Worker {
  /** Rejected when the process ends in the midst of its work. */
  private readonly lost: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.lost = once(child, "exit").then(([code]) => {
      throw new Error(`A worker ended with ${code}`);
    });
    this.lost.catch(() => undefined);
  }

  static async start({ database: { url }, keys }: OracleDatabase): Promise<Worker> {
    const worker = new Worker(fork(fileURLToPath(new URL("./worker.js", import.meta.url))));
    await worker.ask({ ground: { url, keys } });
    return worker;
  }

  async play(round: RoundOptions): Promise<Round> {
    const report = await this.ask({ round });
    if (!("round" in report)) throw new Error("A worker answered something else than a round");
    return report.round;
  }

  async stop(): Promise<void> {
    const exited = once(this.child, "exit");
    this.child.send({ end: true } satisfies Order);
    await exited;
  }

  private async ask(order: Order): Promise<Report> {
    this.child.send(order);
    const [report] = await Promise.race([once(this.child, "message"), this.lost]);
    return report as Report;
  }
}

/** Plays all rounds, as many at once as there are workers; reported in the order in which they end. */
async function playAll(workers: readonly Worker[], rounds: readonly RoundOptions[]) {
  const open = [...rounds];
  const done: Round[] = [];
  const work = async (worker: Worker) => {
    for (let next = open.shift(); next; next = open.shift()) {
      const round = await worker.play(next);
      done.push(round);
      if (round.found) console.log(`\n${reportOf(round)}\n`);
      const { documents } = sum(done.map(({ figures }) => figures));
      if (done.length % 10 === 0 || open.length === 0) {
        console.log(
          `${documents} documents, ${done.filter(({ found }) => found).length} differences`,
        );
      }
    }
  };
  await Promise.all(workers.map(work));
  return done;
}

console.log(`seed ${given.seed}`);
await globalSetup();
const oracleDatabase = await makeOracleDatabase();
const rounds = roundsOf(Number(given.documents), Number(given.seed), given.path);
const count = Math.min(Number(given.workers), rounds.length);
const workers: Worker[] = [];
while (workers.length < count) workers.push(await Worker.start(oracleDatabase));
const done = await playAll(workers, rounds);
for (const worker of workers) await worker.stop();
await globalTeardown();

const figures = sum(done.map((round) => round.figures));
const differences = done.filter(({ found }) => found).length;
const faults = given.path === undefined ? faultsOf(figures) : [];
console.log(shown(figures));
console.log(`differences: ${differences}`);
for (const fault of faults) console.log(`FAULT ${fault}`);
process.exit(differences + faults.length === 0 ? 0 : 1);
