import { createRequire } from "node:module";

/** The test files that take half a minute or more, the longest first: their size does not say it. */
const longest = [
  ...["faults/live-restarts", "oracle/hidden-rows", "faults/live-nats", "console/accessibility"],
  ...["faults/live-streams", "faults/archiving", "contract/versions", "faults/nats"],
  ...["contract/statements", "faults/endings", "plans/rights", "docs/examples"],
  ...["replicas/reads"],
  ...["contract/hidden-ids", "webhooks/mutants", "webhooks/keys", "reading/bound-reads"],
  ...["contract/bad-input", "hostile/event-loop", "hostile/hostile", "assessments/rights"],
  ...["app/cli", "oracle/hidden-writes", "faults/nodes", "seed/sample-making", "contract/once"],
  ...["oracle/oracle", "console/plan", "console/rembuk", "oracle/payloads", "live/resume"],
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
