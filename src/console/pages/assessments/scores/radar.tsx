import styles from "./radar.module.css";

/** One round or assessment in the radar: a score of each dimension, 0 to 100, null where there is none. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
}

const size = 320;
const radius = 104;
const steps = [25, 50, 75, 100];

function pointOf(at: number, count: number, share: number): [x: number, y: number] {
  const angle = (2 * Math.PI * at) / count - Math.PI / 2;
  const from = size / 2;
  return [from + Math.cos(angle) * radius * share, from + Math.sin(angle) * radius * share];
}

const pointsOf = (values: readonly number[]): string =>
  values
    .map((value, at) => pointOf(at, values.length, value / 100).map((place) => place.toFixed(1)))
    .join(" ");

function AxisName({ title, at, count }: { title: string; at: number; count: number }) {
  const [x, y] = pointOf(at, count, 1.14);
  const anchor = Math.abs(x - size / 2) < 8 ? "middle" : x < size / 2 ? "end" : "start";
  return (
    <text x={x} y={y} textAnchor={anchor} dominantBaseline="middle">
      {title}
    </text>
  );
}

/**
 * Scores by dimension as a radar, a line for each series. It is a picture of the table beside it, which
 * screen readers read; lines differ by their dashes too.
 */
export function Radar({ axes, series }: { axes: readonly string[]; series: readonly Series[] }) {
  const count = axes.length;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`-70 0 ${size + 140} ${size}`} aria-hidden="true" className={styles.radar}>
        {steps.map((step) => (
          <polygon key={step} className={styles.grid} points={pointsOf(axes.map(() => step))} />
        ))}
        {axes.map((title, at) => {
          const [x, y] = pointOf(at, count, 1);
          return (
            <line key={title} className={styles.grid} x1={size / 2} y1={size / 2} x2={x} y2={y} />
          );
        })}
        {series.map(({ name, values }, at) => (
          <polygon
            key={name}
            className={styles.line}
            data-series={at % 4}
            points={pointsOf(values.map((value) => value ?? 0))}
          />
        ))}
        {axes.map((title, at) => (
          <AxisName key={title} title={title} at={at} count={count} />
        ))}
      </svg>
      <figcaption className="row small">
        {series.map(({ name }, at) => (
          <span key={name} className={styles.key}>
            <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
              <line className={styles.line} data-series={at % 4} x1="0" y1="4" x2="28" y2="4" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
