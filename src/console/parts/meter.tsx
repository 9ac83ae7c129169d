import { useFormats } from "../language/formats.js";
import styles from "./meter.module.css";

/** A share of a whole, 0 to 100 per cent, with its figure. */
export function Meter({ value, label }: { value: number; label: string }) {
  const { percent } = useFormats();
  const shown = Math.min(100, Math.max(0, value));
  return (
    <span className={styles.meter}>
      <meter min={0} max={100} value={shown} aria-label={label} />
      <span aria-hidden="true">{percent(value)}</span>
    </span>
  );
}
