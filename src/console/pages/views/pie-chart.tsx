import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import type { Point } from "./chart-points.js";
import styles from "./pie-chart.module.css";

const texts = {
  others: { id: "{count, plural, other {# lainnya}}", en: "{count, plural, other {# others}}" },
  part: { id: "{name}: {share} %", en: "{name}: {share} %" },
};

/** The most parts that one can tell apart; the others are one part. */
const mostParts = 8;

/** True for values that are the parts of a whole: of one series, and none below nothing. */
export const isPie = (points: readonly Point[]): boolean =>
  new Set(points.map(({ series }) => series)).size === 1 &&
  points.every(({ value }) => value >= 0) &&
  points.some(({ value }) => value > 0);

interface Part {
  name: string;
  value: number;
  label: string;
}

/** The parts, the largest first; what is beyond the most is one part at the end. */
function usePartsOf(points: readonly Point[]): Part[] {
  const t = useText();
  const { number } = useFormats();
  const sorted = points
    .filter(({ value }) => value > 0)
    .map(({ x, value, label }) => ({ name: x, value, label }))
    .toSorted((a, b) => b.value - a.value);
  if (sorted.length <= mostParts) return sorted;
  const rest = sorted.slice(mostParts - 1);
  const value = rest.reduce((sum, part) => sum + part.value, 0);
  const name = t(texts.others, { count: rest.length });
  return [...sorted.slice(0, mostParts - 1), { name, value, label: number(value) }];
}

/** The path of a part from one share of the circle to another, of radius 100. */
function partPath(from: number, to: number): string {
  const at = (share: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    return `${(100 * Math.cos(angle)).toFixed(2)},${(100 * Math.sin(angle)).toFixed(2)}`;
  };
  if (to - from > 0.9999) return "M0,-100A100,100 0 1 1 -0.01,-100z";
  return `M0,0L${at(from)}A100,100 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`;
}

/** The parts of a whole as a pie, with their figures beside it; the table below has all of them. */
export function PieChart({ points, label }: { points: readonly Point[]; label: string }) {
  const t = useText();
  const { number } = useFormats();
  const parts = usePartsOf(points);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  const drawn = parts.map((part) => {
    const from = before / whole;
    before += part.value;
    return { ...part, path: partPath(from, before / whole), share: (100 * part.value) / whole };
  });
  const shareOf = (share: number) => number(Math.round(10 * share) / 10);
  return (
    <div className={styles.pie}>
      <svg role="img" aria-label={label} viewBox="-102 -102 204 204">
        {drawn.map(({ name, path, share }, at) => (
          <path key={name} d={path} data-part={at}>
            <title>{t(texts.part, { name, share: shareOf(share) })}</title>
          </path>
        ))}
      </svg>
      <ul className="plain">
        {drawn.map(({ name, label: figure, share }, at) => (
          <li key={name}>
            <span data-part={at} aria-hidden="true" />
            {t(texts.part, { name, share: shareOf(share) })}{" "}
            <span className="soft small">{figure}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
