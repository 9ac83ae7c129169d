import { html } from "../../../../src/platform/html.js";
import type { Panel } from "../../../testkit/metrics/operations-files.js";
import type { Series } from "./prometheus.js";

/** A line of a panel. */
export interface Line {
  name: string;
  points: (readonly [seconds: number, value: number])[];
}

/** The size of a unit of the dashboard's grid, in pixels; a row of panels is 24 units wide. */
const unit = { w: 58, h: 26 };
export const pageWidth = 24 * unit.w;

const colours = ["#3274d9", "#56a64b", "#e0752d", "#b877d9", "#e02f44", "#c9a000", "#0ba5a5"];
const colourOf = (at: number) => colours[at % colours.length] ?? "#888";

/** The lines of a target's series, named as its legend says. */
export const linesOf = (series: Series[], legend: string): Line[] =>
  series.map(({ metric, values }) => ({
    name: legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label) => metric[label] ?? ""),
    points: values
      .map(([at, value]) => [at, Number(value)] as const)
      .filter(([, value]) => Number.isFinite(value)),
  }));

const rounded = (value: number): string => Number(value.toPrecision(3)).toString();

/** A value in a unit of Grafana's. */
function shown(value: number, kind = "short"): string {
  const big = Math.abs(value);
  if (kind === "s")
    return big < 1 && big > 0 ? `${rounded(value * 1000)} ms` : `${rounded(value)} s`;
  if (kind === "percentunit") return `${rounded(value * 100)}%`;
  const end = { reqps: " req/s", cps: " c/s", Bps: "B/s", bytes: "B" }[kind] ?? "";
  if (big >= 1e9) return `${rounded(value / 1e9)} G${end.trim()}`;
  if (big >= 1e6) return `${rounded(value / 1e6)} M${end.trim()}`;
  if (big >= 1e4) return `${rounded(value / 1e3)} k${end.trim()}`;
  return `${rounded(value)}${end}`;
}

const place = ({ x, y, w, h }: Panel["gridPos"]): string =>
  `left:${x * unit.w + 3}px;top:${y * unit.h + 3}px;width:${w * unit.w - 6}px;height:${h * unit.h - 6}px`;

function chart({ gridPos, fieldConfig }: Panel, lines: Line[]): string {
  const [width, height] = [gridPos.w * unit.w - 30, gridPos.h * unit.h - 72];
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return `<p class="none">No data</p>`;
  const times = all.map(([at]) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const { max, unit: kind } = fieldConfig?.defaults ?? {};
  const top = max ?? (Math.max(...all.map(([, value]) => value)) * 1.1 || 1);
  const x = (at: number) => 68 + ((at - from) / (to - from || 1)) * (width - 68);
  const y = (value: number) => height - (value / top) * (height - 6);
  const grid = [0, 0.5, 1].map((part) => {
    const at = y(top * part);
    return `<line x1="68" x2="${width}" y1="${at}" y2="${at}" class="grid"/><text x="64" y="${at + 4}" text-anchor="end">${shown(top * part, kind)}</text>`;
  });
  const paths = lines.map(({ points }, at) => {
    const d = points.map(([time, value]) => `${x(time).toFixed(1)},${y(value).toFixed(1)}`);
    return `<polyline points="${d.join(" ")}" stroke="${colourOf(at)}" class="line"/>`;
  });
  const legend = lines.slice(0, 7).map(({ name }, at) => {
    const square = `<i style="background:${colourOf(at)}"></i>`;
    return `<span>${square}${html`${name}`.text}</span>`;
  });
  return `<svg width="${width}" height="${height + 4}">${grid.join("")}${paths.join("")}</svg><div class="legend">${legend.join("")}</div>`;
}

function stat({ fieldConfig }: Panel, [line]: Line[]): string {
  const last = line?.points.at(-1)?.[1];
  return `<p class="figure">${last === undefined ? "–" : shown(last, fieldConfig?.defaults.unit)}</p>`;
}

/** A panel as HTML. */
export function drawn(panel: Panel, lines: Line[]): string {
  const { type, title, gridPos } = panel;
  if (type === "row") return `<h2 style="${place(gridPos)}">${html`${title}`.text}</h2>`;
  const content = type === "stat" ? stat(panel, lines) : chart(panel, lines);
  return `<section style="${place(gridPos)}"><h3>${html`${title}`.text}</h3>${content}</section>`;
}

/** The whole page. */
export function page(note: string, panels: readonly Panel[], drawings: readonly string[]): string {
  const height = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h)) * unit.h;
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 30px 8px 8px; width: ${pageWidth}px; font: 12px sans-serif; background: #f4f5f5; color: #24292e; }
    main { position: relative; height: ${height}px; }
    section { position: absolute; box-sizing: border-box; background: #fff; border: 1px solid #dcdfe3; padding: 4px 10px; overflow: hidden; }
    h2 { position: absolute; margin: 0; font-size: 14px; line-height: ${unit.h}px; }
    h3 { margin: 0 0 2px; font-size: 12px; font-weight: 600; }
    .note { position: absolute; top: 8px; left: 12px; }
    .figure { margin: 10px 0 0; font-size: 26px; text-align: center; }
    .none { color: #888; text-align: center; margin-top: 40px; }
    .grid { stroke: #e4e7ea; } .line { fill: none; stroke-width: 1.3; }
    text { font-size: 10px; fill: #666; }
    .legend { height: 30px; overflow: hidden; line-height: 14px; font-size: 11px; }
    .legend span { margin-right: 10px; white-space: nowrap; } .legend i { display: inline-block; width: 10px; height: 3px; margin: 0 4px 3px 0; }
  </style><p class="note">${html`${note}`.text}</p><main>${drawings.join("")}</main>`;
}
