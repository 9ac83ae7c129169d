import type { ReadServerName } from "./read-servers.js";
import type { ReadComparison, ReadFigures } from "./reads.js";
import { median, rounded } from "./statistics.js";

/** The ratio of two rates: its median, lowest and highest value over the rounds. */
export interface Ratio {
  median: number;
  lowest: number;
  highest: number;
}

/** The ratio of two servers' rates, round by round, because a disturbance affects both. */
export function ratioOf(one: ReadFigures, other: ReadFigures): Ratio {
  const ratios = one.rates.map((rate, at) => rate / (other.rates[at] ?? Number.NaN));
  return {
    median: rounded(median(ratios)),
    lowest: rounded(Math.min(...ratios)),
    highest: rounded(Math.max(...ratios)),
  };
}

/** The fastest peer on a shape; undefined if none was measured. */
export function bestPeerOf({ servers }: ReadComparison): ReadServerName | undefined {
  const rate = (name: ReadServerName) => servers[name]?.requestsPerSecond ?? 0;
  const peers: ReadServerName[] = ["postgraphile", "mercurius"];
  return peers.filter((name) => servers[name]).sort((one, other) => rate(other) - rate(one))[0];
}
