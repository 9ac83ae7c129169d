import { ratioOf } from "./ratios.js";
import { type ReadServerName, readServerNames, readServerTitles } from "./read-servers.js";
import type { ReadComparison } from "./reads.js";

// The chart of the reads: for each shape one bar per server, whose length is the ratio of its rate to
// the limit's. The scale is logarithmic, because a cached answer is a hundred times as fast as a
// resolved one. The output is plain SVG whose colours follow the reader's light or dark theme.

const width = 860;
const left = 190;
const right = 60;
const bar = 15;
const gap = 26;

/** The ends of the scale and its grid lines. */
const scale = { from: 0.02, to: 20, lines: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] };

const colours: Record<ReadServerName, string> = {
  planned: "#1f7a4d",
  resolver: "#8cc4a5",
  cached: "#4c6fc9",
  postgraphile: "#b9770e",
  mercurius: "#b3475a",
  limit: "#8a8f98",
};

/** The x coordinate of a ratio. */
function xOf(ratio: number): number {
  const { from, to } = scale;
  const share = Math.log(Math.min(Math.max(ratio, from), to) / from) / Math.log(to / from);
  return Math.round((left + share * (width - left - right)) * 10) / 10;
}

interface Line {
  name: ReadServerName;
  ratio: number;
}

/** The bars of a shape: every server except the limit, which is the line at 1. */
const linesOf = ({ servers }: ReadComparison): Line[] =>
  readServerNames.flatMap((name) => {
    const { [name]: figures, limit } = servers;
    return figures && limit && name !== "limit"
      ? [{ name, ratio: ratioOf(figures, limit).median }]
      : [];
  });

const barOf = ({ name, ratio }: Line, y: number): string =>
  `<text class="name" x="${left - 8}" y="${y + 11}" text-anchor="end">${readServerTitles[name]}</text>
<rect x="${left}" y="${y + 1}" width="${Math.round((xOf(ratio) - left) * 10) / 10}" height="${bar - 3}" fill="${colours[name]}"/>
<text class="value" x="${xOf(ratio) + 5}" y="${y + 11}">${ratio}</text>`;

const gridOf = (bottom: number): string =>
  scale.lines
    .map((ratio) => {
      const [x, kind] = [xOf(ratio), ratio === 1 ? "limit" : "grid"];
      return `<line class="${kind}" x1="${x}" y1="34" x2="${x}" y2="${bottom}"/>
<text class="value" x="${x}" y="28" text-anchor="middle">${ratio}</text>`;
    })
    .join("\n");

const style = `text { font: 12px system-ui, sans-serif; fill: #24292f }
.shape { font-weight: 600 }
.value { font-size: 11px; fill: #57606a; stroke: #fff; stroke-width: 3px; paint-order: stroke }
line.grid { stroke: #d0d7de; stroke-width: 1 }
line.limit { stroke: #57606a; stroke-width: 1.5; stroke-dasharray: 5 3 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.value { fill: #9da7b3; stroke: #0d1117 }
line.grid { stroke: #3d444d }
line.limit { stroke: #9da7b3 }
}`;

/** The SVG chart of a run's reads. */
export function readsChart(reads: readonly ReadComparison[]): string {
  const title = "Requests a second as a share of SQL by hand (1), by shape and server";
  let y = 40;
  const groups = reads.map((comparison) => {
    const head = `<text class="shape" x="8" y="${y + 12}">${comparison.shape}</text>`;
    y += gap - 6;
    const bars = linesOf(comparison).map((line) => {
      y += bar;
      return barOf(line, y - bar);
    });
    y += 6;
    return [head, ...bars].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 6}" viewBox="0 0 ${width} ${y + 6}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${style}</style>
<text class="shape" x="8" y="14">${title}; logarithmic</text>
${gridOf(y)}
${groups.join("\n")}
</svg>
`;
}
