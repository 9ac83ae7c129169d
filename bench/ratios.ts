import type { ReadServerName } from "./read-servers.js";
import type { ReadComparison, ReadFigures } from "./reads.js";
import { median, rounded } from "./statistics.js";

/** One rate as a share of another: the median over the rounds, the lowest and the highest. */
export interface Ratio {
  median: number;
  lowest: number;
  highest: number;
}

/** How the rate of one server stands to another's, round by round, as a disturbance meets both. */
export function ratioOf(one: ReadFigures, other: ReadFigures): Ratio {
  const ratios = one.rates.map((rate, at) => rate / (other.rates[at] ?? Number.NaN));
  return {
    median: rounded(median(ratios)),
    lowest: rounded(Math.min(...ratios)),
    highest: rounded(Math.max(...ratios)),
  };
}

/** Which of the other servers was the fastest on a shape; none where none was measured. */
export function bestPeerOf({ servers }: ReadComparison): ReadServerName | undefined {
  const rate = (name: ReadServerName) => servers[name]?.requestsPerSecond ?? 0;
  const peers: ReadServerName[] = ["postgraphile", "mercurius"];
  return peers.filter((name) => servers[name]).sort((one, other) => rate(other) - rate(one))[0];
}
