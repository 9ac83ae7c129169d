import { currentFacts } from "./request-scope.js";
import { noteSpan } from "./tracing/tracing.js";

/** The wait from which it is worth a span of its own, in milliseconds. */
const shownMs = 0.5;

/**
 * Takes note that the current request has waited for a connection since a time by `performance.now()`; gives the
 * milliseconds.
 */
export function noteWait(started: number): number {
  const ms = performance.now() - started;
  const facts = currentFacts();
  if (facts) facts.waitedMs += ms;
  if (ms >= shownMs) noteSpan("pool wait", started);
  return ms;
}
