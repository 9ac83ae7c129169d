import { useEffect, useRef } from "react";
import styles from "./line-chart.module.css";

/** One point of the chart: a figure or a target. */
export interface Point {
  place: string;
  /** The first day of its period. */
  at: string;
  /** The period as the hub writes it, as `2026-Q3`. */
  period: string;
  value: number;
  title: string;
}

const height = 320;
const narrow = 480;

/** Some periods of the points, evenly chosen, each at its first day. */
function ticksOf(points: readonly Point[], most: number): Map<number, string> {
  const all = new Map(points.map(({ at, period }) => [Date.parse(at), period]));
  const times = [...all.keys()].toSorted((a, b) => a - b);
  const step = Math.ceil(times.length / most);
  const chosen = times.filter((_, at) => at % step === 0);
  return new Map(chosen.map((time) => [time, all.get(time) ?? ""]));
}

/**
 * The figures of an indicator as lines by place, with targets as diamonds. It is a picture of the tables
 * beside it, which everybody can read; the library is loaded when it is first shown.
 */
export function LineChart({
  figures,
  targets,
  unit,
}: {
  figures: readonly Point[];
  targets: readonly Point[];
  unit: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isShown = true;
    const draw = async () => {
      const plot = await import("@observablehq/plot");
      const { current } = place;
      if (!isShown || !current) return;
      const on = (points: readonly Point[]) =>
        points.map((point) => ({ ...point, at: new Date(point.at) }));
      const shared = { x: "at", y: "value", stroke: "place", title: "title" } as const;
      const width = Math.max(280, current.clientWidth);
      const ticks = ticksOf([...figures, ...targets], width < narrow ? 4 : 10);
      current.replaceChildren(
        plot.plot({
          width,
          height,
          marginLeft: 56,
          marginBottom: 36,
          style: { background: "transparent", color: "var(--ink)", fontSize: "12px" },
          x: {
            ...{ type: "utc", label: null, inset: 12 },
            ticks: [...ticks.keys()].map((time) => new Date(time)),
            tickFormat: (at: Date) => ticks.get(at.getTime()) ?? "",
          },
          y: { label: unit, grid: true, nice: true, zero: true },
          color: { legend: true, scheme: "Dark2" },
          marks: [
            plot.lineY(on(figures), { ...shared, strokeWidth: 2.5, z: "place" }),
            plot.dot(on(figures), { ...shared, fill: "place", r: 4 }),
            plot.dot(on(targets), { ...shared, symbol: "diamond", r: 7, strokeWidth: 2.5 }),
          ],
        }),
      );
    };
    void draw();
    const observer = new ResizeObserver(() => void draw());
    if (place.current) observer.observe(place.current);
    return () => {
      isShown = false;
      observer.disconnect();
    };
  }, [figures, targets, unit]);
  return <div ref={place} className={styles.chart} aria-hidden="true" data-chart />;
}
