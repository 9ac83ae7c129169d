import { setTimeout as delay } from "node:timers/promises";
import type { FeedState } from "../../../src/ledger/index.js";

/** The time for a change of state, far beyond what the hub needs, in milliseconds. */
const stateMs = 300_000;

/** The states of several nodes; undefined for one that is not ready. */
export type FeedStates = readonly (FeedState | undefined)[];

/** How a node gets its changes, as its health says; undefined where it is not ready. */
export async function feedStateOf(url: string): Promise<FeedState | undefined> {
  const answer = await fetch(new URL("/health/ready", url));
  const { feed } = (await answer.json()) as { feed: FeedState };
  return answer.status === 200 ? feed : undefined;
}

/** Resolves with the milliseconds until the states of these nodes are as they should be; rejects after `mostMs`. */
export async function untilStates(
  urls: readonly string[],
  isRight: (states: FeedStates) => boolean,
  mostMs = stateMs,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    const states = await Promise.all(urls.map(feedStateOf));
    const ms = performance.now() - began;
    if (isRight(states)) return ms;
    if (ms > mostMs) throw new Error(`The nodes stay ${JSON.stringify(states)}`);
    await delay(50);
  }
}

/** True where one node reads and the others are fed. */
export const areFed = (states: FeedStates): boolean => {
  const count = (name: string) => states.filter((one) => one?.state === name).length;
  return count("reading") === 1 && count("fed") === states.length - 1;
};

/** True where every node reads for itself. */
export const areAlone = (states: FeedStates): boolean =>
  states.every((one) => one?.state === "postgres");
