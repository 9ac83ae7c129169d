import styles from "./radar.module.css";

/** One round or assessment in the radar: a score of each dimension, 0 to 100, null where there is none. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
}

const size = 300;
const radius = 106;
/** The room beside the figure for the names of its axes. */
const beside = 34;
const lineHeight = 15;
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

/** The name of an axis at its end, a word to a line, away from the figure. */
function AxisName({ title, at, count }: { title: string; at: number; count: number }) {
  const [x, y] = pointOf(at, count, 1.14);
  const middle = size / 2;
  const anchor = Math.abs(x - middle) < 8 ? "middle" : x < middle ? "end" : "start";
  const words = title.split(" ");
  const rise = y < middle - radius ? words.length - 1 : (words.length - 1) / 2;
  return (
    <text textAnchor={anchor} dominantBaseline="middle">
      {words.map((word, line) => (
        <tspan key={word} x={x} y={y + (line - rise) * lineHeight}>
          {word}
        </tspan>
      ))}
    </text>
  );
}

function Grid({ count }: { count: number }) {
  const middle = size / 2;
  const axes = Array.from({ length: count }, (_, at) => pointOf(at, count, 1));
  return (
    <>
      {steps.map((step) => (
        <polygon
          key={step}
          className={styles.grid}
          points={pointsOf(Array.from({ length: count }, () => step))}
        />
      ))}
      {axes.map(([x, y]) => (
        <line key={`${x} ${y}`} className={styles.grid} x1={middle} y1={middle} x2={x} y2={y} />
      ))}
    </>
  );
}

/** What the rings of the grid stand for, along the first axis. */
function Scale() {
  return steps.map((step) => (
    <text
      key={step}
      className={styles.step}
      x={size / 2 + 4}
      y={size / 2 - (radius * step) / 100}
      dominantBaseline="middle"
    >
      {step}
    </text>
  ));
}

/**
 * Scores by dimension as a radar, a line for each series. It is a picture of the table beside it, which
 * screen readers read; lines differ by their dashes too.
 */
export function Radar({ axes, series }: { axes: readonly string[]; series: readonly Series[] }) {
  const count = axes.length;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`${-beside} 0 ${size + 2 * beside} ${size}`}
        aria-hidden="true"
        className={styles.radar}
      >
        <Grid count={count} />
        {series.map(({ name, values }, at) => (
          <polygon
            key={name}
            className={styles.line}
            data-series={at % 4}
            points={pointsOf(values.map((value) => value ?? 0))}
          />
        ))}
        <Scale />
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
