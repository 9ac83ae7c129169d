import { replacedBetween } from "../platform/between-lines.js";
import { Metrics } from "./metrics.js";

/** A metric as its registry describes it. */
interface Described {
  name: string;
  type: string;
  help: string;
  labelNames?: readonly string[];
}

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;

const kinds = ["counter", "gauge", "histogram", "summary"];

/** The units by the ends of names, as Prometheus has them. */
const units: readonly (readonly [end: string, unit: string])[] = [
  ["_timestamp_seconds", "Unix time in seconds"],
  ["_time_seconds", "Unix time in seconds"],
  ["_seconds", "seconds"],
  ["_bytes", "bytes"],
  ["_position", "position of the ledger"],
  ["_positions", "changes"],
  ["_changes", "changes"],
  ["_connections", "connections"],
];

/** The unit of a metric, which follows from its name; a counter's name ends in `_total` besides. */
export function unitOf(name: string): string {
  const base = name.replace(/_total$/, "");
  if (/(_up|_info|_working|_reader)$/.test(base)) return "0 or 1";
  return units.find(([end]) => base.endsWith(end))?.[1] ?? "count";
}

/** All metrics of a hub, in the order in which `/metrics` shows them. */
export function describedMetrics(): Described[] {
  // The cast: a registry types its metrics by what they are given, and each has a type and labels.
  const all = new Metrics().registry.getMetricsAsArray() as unknown as Described[];
  return all.map((one) => ({ ...one, type: String(one.type) }));
}

/** Every metric as Markdown tables, for the operators' reference: the hub's own, and those of its process. */
export function metricsReference(): string {
  const all = describedMetrics();
  const isOwn = ({ name }: Described) => name.startsWith("rembuk_");
  const table = (metrics: Described[]) =>
    [
      row("Metric", "Type", "Labels", "Unit", "Meaning"),
      row("---", "---", "---", "---", "---"),
      ...metrics.map(({ name, type, labelNames = [], help }) => {
        const labels = labelNames.map((label) => `\`${label}\``).join(", ");
        const kind = kinds.includes(type) ? type : "gauge";
        return row(`\`${name}\``, kind, labels, unitOf(name), help.replace(/\.$/, ""));
      }),
    ].join("\n");
  const [own, others] = [all.filter(isOwn), all.filter((one) => !isOwn(one))];
  return `${table(own)}\n\nThose of the process, as \`prom-client\` measures them:\n\n${table(others)}`;
}

const lines = ["<!-- metrics: generated -->", "<!-- metrics: end -->"] as const;

/** The operators' page with the current tables in it. */
export function withMetricsReference(page: string): string {
  return replacedBetween(page, lines, `\n\n${metricsReference()}\n\n`);
}
