import type { Prepared } from "../reading/index.js";
import { unexpectedNoun } from "./planned-faults.js";

/** The most statements of one query that meet a line which they do not expect, and the most time for them. */
const most = { misses: 3, ms: 200 };

/**
 * Runs the plan of a query by a statement that holds the rules of expected nouns alone. Where it meets a line of
 * another noun, the next statement expects that too, if it is met often; else a statement with the rules of all
 * nouns answers, as it does after a few misses, or a slow one.
 */
export async function runExpecting<R>(
  prepare: (mayMiss: boolean) => Prepared,
  run: (prepared: Prepared) => Promise<R>,
): Promise<R> {
  const until = performance.now() + most.ms;
  for (let misses = 0; misses < most.misses && performance.now() < until; misses += 1) {
    const prepared = prepare(true);
    try {
      return await run(prepared);
    } catch (error) {
      const noun = unexpectedNoun(error);
      if (noun === undefined) throw error;
      if (!prepared.miss(noun)) break;
    }
  }
  return run(prepare(false));
}
