import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { BulkFigures } from "./background-clients.js";
import { type BenchDatabase, benchPath } from "./bench-database.js";
import type { BesideFigures } from "./beside-writers.js";
import type { FrameFigures } from "./frames.js";
import type { LiveFigures } from "./live/measure.js";
import type { QueriesFigures } from "./live/queries.js";
import { frameTable, liveTable, queriesTable, watchTable } from "./live/tables.js";
import type { Profile } from "./profile.js";
import { bestPeerOf, cpuRatioOf, ratioOf, thriftiestPeerOf } from "./ratios.js";
import { readServerNames, readServerTitles } from "./read-servers.js";
import type { Effort, ReadComparison, ReadFigures } from "./reads.js";
import { type Cell, milliseconds, table } from "./table.js";
import type { WatchFigures } from "./watchers.js";
import type { WriteFigures } from "./writes.js";

/** The machine, the data and the options of a run. */
export interface Setting {
  at: string;
  machine: { cores: number; processor: string; memoryGiB: number; kernel: string; node: string };
  /** The machine's load in the minute before. Above some tenths, other programs were running. */
  loadBefore: number;
  postgres: Record<string, string>;
  data: { size: string; rows: Record<string, number> };
  effort: Effort;
}

/** The figures of one run. Parts that were not requested are absent. */
export interface Report {
  setting: Setting;
  reads?: ReadComparison[];
  syncMs?: number;
  writes?: WriteFigures[];
  beside?: BesideFigures[];
  frames?: FrameFigures[];
  watchers?: WatchFigures[];
  live?: LiveFigures[];
  liveQueries?: QueriesFigures[];
  bulk?: BulkFigures[];
  profiles?: Profile[];
}

const settings = `select name, current_setting(name) as value from pg_settings
  where name in ('server_version', 'fsync', 'synchronous_commit', 'shared_buffers')`;
const size = "select pg_size_pretty(pg_database_size(current_database())) as size";
const rows = `select relname as name, n_live_tup::float8 as count from pg_stat_user_tables
  where n_live_tup > 0 order by 2 desc`;

/** Reads the setting of this run. */
export async function settingOf({ url }: BenchDatabase, effort: Effort): Promise<Setting> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query<{ name: string; value: string }>(settings);
    const counts = await client.query<{ name: string; count: number }>(rows);
    const bytes = await client.query<{ size: string }>(size);
    const [processor] = cpus();
    return {
      at: new Date().toISOString(),
      machine: {
        cores: cpus().length,
        processor: processor?.model ?? "unknown",
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        kernel: release(),
        node: process.version,
      },
      loadBefore: loadavg()[0] ?? 0,
      postgres: Object.fromEntries(known.rows.map(({ name, value }) => [name, value])),
      data: {
        size: bytes.rows[0]?.size ?? "",
        rows: Object.fromEntries(counts.rows.map(({ name, count }) => [name, count])),
      },
      effort,
    };
  } finally {
    await client.end();
  }
}

/** A ratio of rates: its median and its range over the rounds. */
const ratioCell = (one: ReadFigures | undefined, other: ReadFigures | undefined): Cell => {
  const found = one && other && ratioOf(one, other);
  return found && `**${found.median}** (${found.lowest}–${found.highest})`;
};

/** The ratios of the hub's targets: to the limit and to the best peer. */
const ratioTable = (reads: readonly ReadComparison[]): string =>
  table(
    "shape|planned ÷ limit|planned ÷ best peer|CPU ÷ limit|CPU ÷ best peer|cached ÷ limit|resolvers ÷ limit|PostGraphile ÷ limit|Mercurius ÷ limit".split(
      "|",
    ),
    reads.map((comparison) => {
      const { planned, resolver, cached, postgraphile, mercurius, limit } = comparison.servers;
      const best = bestPeerOf(comparison);
      const toBest = ratioCell(planned, best && comparison.servers[best]);
      const thriftiest = thriftiestPeerOf(comparison);
      return [
        comparison.shape,
        ratioCell(planned, limit),
        best && `${toBest} ${readServerTitles[best]}`,
        cpuRatioOf(planned, limit),
        cpuRatioOf(planned, thriftiest && comparison.servers[thriftiest]),
        ratioCell(cached, limit),
        ratioCell(resolver, limit),
        ratioCell(postgraphile, limit),
        ratioCell(mercurius, limit),
      ];
    }),
  );

const readTable = (reads: readonly ReadComparison[]): string =>
  table(
    "shape|server|requests/s|÷ limit|p50 ms|p99 ms|server CPU µs|Postgres CPU µs|answer kB|RSS MiB|requests".split(
      "|",
    ),
    reads.flatMap(({ shape, servers }) =>
      readServerNames
        .filter((name) => servers[name])
        .map((name, at) => {
          const figures = servers[name] as ReadFigures;
          const { limit } = servers;
          return [
            at === 0 ? shape : "",
            readServerTitles[name],
            figures.requestsPerSecond,
            limit && ratioOf(figures, limit).median,
            figures.p50Ms,
            figures.p99Ms,
            figures.serverCpuUs,
            figures.postgresCpuUs,
            figures.kilobytes,
            figures.residentMiB,
            figures.requests,
          ];
        }),
    ),
  );

const writeTable = (writes: readonly WriteFigures[]): string =>
  table(
    "reports of progress|writers|writes/s|p50 ms|p99 ms|process CPU ms|Postgres CPU ms".split("|"),
    writes.map((figures) => [
      figures.by,
      figures.writers,
      figures.writesPerSecond,
      figures.p50Ms,
      figures.p99Ms,
      milliseconds(figures.processCpuUs),
      milliseconds(figures.postgresCpuUs),
    ]),
  );

const besideTable = (beside: readonly BesideFigures[]): string =>
  table(
    "one reader of|alone p50 ms|p99 ms|beside writers p50 ms|p99 ms|writers|writes/s|requests".split(
      "|",
    ),
    beside.map((figures) => [
      ...[figures.shape, figures.aloneP50Ms, figures.aloneP99Ms],
      ...[figures.besideP50Ms, figures.besideP99Ms, figures.writers],
      ...[figures.writesPerSecond, figures.requests],
    ]),
  );

const bulkTable = (bulk: readonly BulkFigures[]): string =>
  table(
    "meanwhile, synthetic|rows|seconds|rows/s|hub's peak MiB|others' writes p50 ms|p99 ms|longest ms|refused|small queries p50 ms|p99 ms".split(
      "|",
    ),
    bulk.map((figures) => [
      figures.what,
      figures.rows,
      figures.seconds,
      figures.rowsPerSecond,
      figures.peakMiB,
      figures.writeP50Ms,
      figures.writeP99Ms,
      figures.writeMaxMs,
      figures.refused,
      figures.queryP50Ms,
      figures.queryP99Ms,
    ]),
  );

const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;

const profileTables = (profiles: readonly Profile[]): string =>
  profiles
    .map(({ shape, busy, parts, functions }) => {
      const lines = functions.map(({ name, share }, at) => {
        const part = parts[at];
        return [part?.name, part && percent(part.share), name, percent(share)];
      });
      const head = "part|share|function|own share".split("|");
      return `${shape}; thread busy ${percent(busy)} of the time\n\n${table(head, lines)}`;
    })
    .join("\n\n");

/** The report as Markdown, with the tables of docs/performance.md. */
export function markdown(report: Report): string {
  const {
    setting,
    reads,
    syncMs,
    writes,
    beside,
    frames,
    watchers,
    live,
    liveQueries,
    bulk,
    profiles,
  } = report;
  const { machine, postgres, data, effort } = setting;
  const parts = [
    `${setting.at}; ${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, Postgres ${postgres.server_version}, fsync ${postgres.fsync}, ${data.size} of synthetic data; load before ${setting.loadBefore.toFixed(2)}; ${effort.rounds} rounds of ${effort.seconds} s, ${effort.connections} connections`,
    reads && ratioTable(reads),
    reads && readTable(reads),
    syncMs && `One fdatasync of 8 KiB: ${syncMs} ms`,
    writes && writeTable(writes),
    beside && besideTable(beside),
    frames && frameTable(frames),
    watchers && watchTable(watchers),
    live && liveTable(live),
    liveQueries && queriesTable(liveQueries),
    bulk && bulkTable(bulk),
    profiles && profileTables(profiles),
  ];
  return parts.filter(Boolean).join("\n\n");
}

/** Saves the figures of a run as JSON under bench/results, and gives the path of the file. */
export async function saveReport(report: Report): Promise<string> {
  const folder = benchPath("results");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${report.setting.at.replaceAll(":", "-")}.json`);
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  return file;
}

/** Loads the figures of a run: of a file, or of the latest run with `part`. */
export async function loadReport(part: keyof Report, file?: string): Promise<Report> {
  const folder = benchPath("results");
  const names = file ? [] : (await readdir(folder)).sort().reverse();
  for (const path of file ? [file] : names.map((name) => join(folder, name))) {
    const report = JSON.parse(await readFile(path, "utf8")) as Report;
    if (report[part]) return report;
  }
  throw new Error(`No saved run has ${part}`);
}
