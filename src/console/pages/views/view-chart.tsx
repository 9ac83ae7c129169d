import { type ReactNode, useEffect, useRef, useState } from "react";
import type {
  ViewPagePartsFragment,
  ViewPageResultPartsFragment,
} from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useLanguage, useText } from "../../language/language.js";
import { MapFormChoice, useMapForm } from "../../parts/map/map-form.js";
import { ViewMap } from "../../parts/map/view-map.js";
import { levelOfDimension } from "../../parts/map/view-places.js";
import { type Point, pointsOf } from "./chart-points.js";
import { isPie, PieChart } from "./pie-chart.js";
import styles from "./views.module.css";

const texts = {
  label: {
    id: "Diagram {title}: {count, plural, other {# nilai}}. Tabel di bawah memuat angka yang sama.",
    en: "Chart of {title}: {count, plural, one {# value} other {# values}}. The table below has the same figures.",
  },
  noRegions: {
    id: "Tampilan ini tidak dikelompokkan menurut provinsi atau kabupaten/kota, sehingga petanya digambar sebagai batang.",
    en: "This view has no groups by province or regency, so its map is drawn as bars.",
  },
  noBoundaries: {
    id: "Hub belum memuat batas kabupaten/kota, sehingga peta digambar sebagai batang.",
    en: "The hub has no boundaries of regencies, so the map is drawn as bars.",
  },
  noPie: {
    id: "Diagram lingkaran memerlukan satu ukuran dengan nilai yang dapat dijumlahkan; nilai ini digambar sebagai batang.",
    en: "A pie needs one measure whose values are parts of a whole; these are drawn as bars.",
  },
};

type Kind = NonNullable<ViewPagePartsFragment["chart"]>["kind"];

/** The most values of a chart that one can still read. */
const mostPoints = 400;

/** Draws the points by Observable Plot, which is loaded when the first chart is shown. */
async function draw(kind: Kind, points: readonly Point[], width: number): Promise<Element> {
  const Plot = await import("@observablehq/plot");
  const series = [...new Set(points.map((point) => point.series))];
  const color = { domain: series, scheme: "Tableau10", legend: series.length > 1 } as const;
  const title = ({ x, series: name, label }: Point) => [x, name, label].filter(Boolean).join("\n");
  const along = [...new Set(points.map(({ x }) => x))];
  const shared = { width, style: { background: "transparent", fontSize: "12px" }, color };
  if (kind === "LINE" || kind === "AREA") {
    const form = { x: "x", y: "value", stroke: "series", title };
    const marks =
      kind === "LINE"
        ? [Plot.lineY(points, { ...form, marker: "circle" })]
        : [Plot.areaY(points, { x: "x", y: "value", fill: "series", title })];
    const axes = { x: { type: "point", domain: along, label: null } as const };
    const y = { grid: true, label: null, tickFormat: "~s" };
    return Plot.plot({ ...shared, ...axes, y, marginLeft: 60, marks: [...marks, Plot.ruleY([0])] });
  }
  // Bars lie, so that long names of places and organisations stand beside them.
  const bars = Plot.barX(points, { x: "value", y: "x", fill: "series", title, insetTop: 2 });
  return Plot.plot({
    ...shared,
    height: Math.max(120, along.length * 28 + 60),
    marginLeft: Math.min(width / 3, 16 + 7.2 * Math.max(...along.map(({ length }) => length), 4)),
    x: { grid: true, label: null, tickFormat: "~s" },
    y: { domain: along, label: null, tickFormat: (name: string) => shortened(name, width) },
    marks: [bars, Plot.ruleX([0])],
  });
}

/** A name in the length for which a third of the chart has room. */
const shortened = (name: string, width: number): string => {
  const most = Math.max(8, Math.floor(width / 3 / 7.2) - 2);
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
};

/** The points drawn by the library. */
function DrawnChart({
  kind,
  points,
  label,
}: {
  kind: Kind;
  points: readonly Point[];
  label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const key = JSON.stringify(points);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the points are compared by their text.
  useEffect(() => {
    const element = place.current;
    if (width === 0 || !element) return;
    let isOver = false;
    void draw(kind, points, width).then((chart) => {
      // Plot names groups of marks, which have no role that may have a name; the chart has its own.
      for (const group of chart.querySelectorAll("g[aria-label]"))
        group.removeAttribute("aria-label");
      if (!isOver) element.replaceChildren(chart);
    });
    return () => {
      isOver = true;
    };
  }, [kind, key, width]);
  return <div ref={place} role="img" aria-label={label} className={styles.chart} />;
}

interface Shown {
  view: ViewPagePartsFragment;
  result: ViewPageResultPartsFragment;
}

/** A result on the map of its regions; as bars, with the reason, where there is no map of them. */
function MapChart({ view, result, bars }: Shown & { bars: ReactNode }) {
  const t = useText();
  const dimension = view.chart?.x ?? "";
  const level = view.kind === "GROUPS" ? levelOfDimension(dimension) : undefined;
  const form = useMapForm(level ?? "PROVINCE", false);
  const otherwise = (
    <>
      <p className="small soft">{t(level ? texts.noBoundaries : texts.noRegions)}</p>
      {bars}
    </>
  );
  if (!level || form.layout === null) return otherwise;
  return (
    <>
      <div className="row no-print">
        <MapFormChoice of={form} />
      </div>
      <ViewMap
        {...{ title: view.title, result, dimension, form, otherwise }}
        measure={view.chart?.y[0] ?? ""}
      />
    </>
  );
}

/** The chart of a view's result, of the kind that the view says; one figure large where it is a number. */
export function ViewChart({ view, result }: Shown) {
  const t = useText();
  const language = useLanguage();
  const formats = useFormats();
  const points = pointsOf(view, result, language, formats).slice(0, mostPoints);
  const kind = view.chart?.kind;
  if (!kind || points.length === 0) return null;
  if (kind === "NUMBER") {
    return (
      <p className={styles.figure}>
        {points[0]?.label} <span className="soft small">{points[0]?.series}</span>
      </p>
    );
  }
  const label = t(texts.label, { title: view.title, count: points.length });
  const bars = <DrawnChart kind={kind} points={points} label={label} />;
  if (kind === "MAP") return <MapChart {...{ view, result, bars }} />;
  if (kind !== "PIE") return bars;
  if (isPie(points)) return <PieChart points={points} label={label} />;
  return (
    <>
      <p className="small soft">{t(texts.noPie)}</p>
      {bars}
    </>
  );
}
