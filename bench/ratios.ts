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

/** The CPU time of a request, of the server and of Postgres together; undefined where that of Postgres is unknown. */
const cpuOfRequest = (figures: ReadFigures | undefined): number | undefined =>
  figures?.postgresCpuUs && figures.serverCpuUs + figures.postgresCpuUs;

/** The ratio of two servers' CPU time of a request. */
export function cpuRatioOf(one?: ReadFigures, other?: ReadFigures): number | undefined {
  const [mine, theirs] = [cpuOfRequest(one), cpuOfRequest(other)];
  return mine && theirs && rounded(mine / theirs);
}

const peers = ["postgraphile", "mercurius"] as const satisfies readonly ReadServerName[];

/** The peer that spends the least CPU time on a request; undefined if none was measured. */
export function thriftiestPeerOf({ servers }: ReadComparison): ReadServerName | undefined {
  const cpu = (name: ReadServerName) => cpuOfRequest(servers[name]) ?? Number.POSITIVE_INFINITY;
  return peers.filter((name) => servers[name]).sort((one, other) => cpu(one) - cpu(other))[0];
}

/** The fastest peer on a shape; undefined if none was measured. */
export function bestPeerOf({ servers }: ReadComparison): ReadServerName | undefined {
  const rate = (name: ReadServerName) => servers[name]?.requestsPerSecond ?? 0;
  return peers.filter((name) => servers[name]).sort((one, other) => rate(other) - rate(one))[0];
}
