import { createRequire } from "node:module";

/** Test files that take long although they are short, so that their size does not say it. */
const longest = [
  "oracle/hidden-rows",
  "oracle/oracle",
  "live/groups",
  "faults/endings",
  "faults/live-restarts",
  "faults/live-nats",
  "faults/live-streams",
  "contract/statements",
  "plans/rights",
  "docs/examples",
  "replicas/reads",
  "hostile/event-loop",
  "app/cli",
  "oracle/hidden-writes",
  "live/resume",
];

interface Test {
  path: string;
}

type SequencerClass = new (
  options: unknown,
) => { sort(tests: readonly Test[]): Test[] | Promise<Test[]> };

const require = createRequire(import.meta.url);
const { default: Sequencer } = require("@jest/test-sequencer") as { default: SequencerClass };

/**
 * Jest's own order (failed ones, then by the last run's durations or by size), with the longest test
 * files first: the last of them alone would keep one core.
 */
export default class LongestFirst extends Sequencer {
  override async sort(tests: readonly Test[]): Promise<Test[]> {
    const rankOf = ({ path }: Test): number => {
      const at = longest.findIndex((name) => path.endsWith(`${name}.test.js`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort([...tests])).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
