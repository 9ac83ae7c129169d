import { relative } from "node:path";
import type { Costs } from "./costs.js";

interface Result {
  testFilePath: string;
  costs?: Costs;
}

const sum = ({ worker, processes, postgres }: Costs): number => worker + processes + postgres;

const line = (costs: Costs, name: string): string =>
  [sum(costs), costs.worker, costs.processes, costs.postgres]
    .map((seconds) => seconds.toFixed(1).padStart(10))
    .concat(`  ${name}`)
    .join("");

/** Prints what each test file has cost, the dearest first: `npm run test:costs -- tests/plans`. */
export default class CostsReporter {
  private readonly costs = new Map<string, Costs>();

  constructor(private readonly config: { rootDir: string }) {}

  onTestResult(_test: unknown, { testFilePath, costs }: Result): void {
    if (costs) this.costs.set(relative(this.config.rootDir, testFilePath), costs);
  }

  onRunComplete(): void {
    const files = [...this.costs].sort(([, one], [, other]) => sum(other) - sum(one));
    const total = { worker: 0, processes: 0, postgres: 0 };
    for (const [, { worker, processes, postgres }] of files) {
      total.worker += worker;
      total.processes += processes;
      total.postgres += postgres;
    }
    const lines = files.map(([name, costs]) => line(costs, name));
    const heads = ["seconds", "worker", "processes", "Postgres"].map((head) => head.padStart(10));
    const all = line(total, `${files.length} files`);
    process.stdout.write(`${[heads.join(""), ...lines, all].join("\n")}\n`);
  }
}
