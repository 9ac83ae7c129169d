import { useText } from "../language/language.js";
import styles from "./loading.module.css";

const texts = { loading: { id: "Memuat…", en: "Loading…" } };

/** The place of something that is on its way. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useText();
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{t(texts.loading)}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <span key={at} aria-hidden="true" />
      ))}
    </div>
  );
}
