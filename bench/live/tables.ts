import type { FrameFigures } from "../frames.js";
import { milliseconds, table } from "../table.js";
import type { WatchFigures } from "../watchers.js";
import type { LiveFigures } from "./measure.js";
import type { QueriesFigures } from "./queries.js";

/** Frames to subscribers. */
export const frameTable = (frames: readonly FrameFigures[]): string =>
  table(
    "subscribers|p50 ms|p99 ms|frames".split("|"),
    frames.map(({ subscribers, p50Ms, p99Ms, frames: count }) => [
      subscribers,
      p50Ms,
      p99Ms,
      count,
    ]),
  );

/** Frames to watchers of one plan. */
export const watchTable = (watchers: readonly WatchFigures[]): string =>
  table(
    "watchers of one plan|first frame ms|last frame ms|last p99 ms|hub CPU ms|frame kB|RSS MiB|changes".split(
      "|",
    ),
    watchers.map((figures) => [
      figures.watchers,
      figures.firstMs,
      figures.lastMs,
      figures.lastP99Ms,
      milliseconds(figures.hubCpuUs),
      figures.kilobytes,
      figures.residentMiB,
      figures.changes,
    ]),
  );

/** Deliveries to many watchers, beside others and the limit. */
export const liveTable = (live: readonly LiveFigures[]): string =>
  table(
    "watchers|plans|server|deliveries/s|CPU µs a delivery|÷ limit|CPU ms a change|p50 ms|p99 ms|frame bytes|RSS MiB".split(
      "|",
    ),
    live.map((figures) => {
      const { watchers, plans, cpuUs } = figures;
      const limit = live.find((one) => one.server === "limit" && one.watchers === watchers);
      return [
        ...[watchers, plans, figures.server, figures.ceiling, cpuUs],
        limit && Number((cpuUs / limit.cpuUs).toPrecision(3)),
        milliseconds((cpuUs * watchers) / plans),
        ...[figures.p50Ms, figures.p99Ms, figures.frameBytes, figures.residentMiB],
      ];
    }),
  );

/** Live queries under writes. */
export const queriesTable = (queries: readonly QueriesFigures[]): string =>
  table(
    "live queries|documents|plans|writes a second|writes|answers|p50 ms|p99 ms|hub CPU ms a write|RSS MiB".split(
      "|",
    ),
    queries.map((figures) => [
      ...[figures.queries, figures.documents, figures.plans, figures.writesPerSecond],
      ...[figures.writes, figures.answers, figures.p50Ms, figures.p99Ms, figures.hubCpuMs],
      figures.residentMiB,
    ]),
  );
