import type { ReactNode } from "react";
import styles from "./badge.module.css";

/** What a badge means at a glance; its text says it in words. */
export type Tone = "plain" | "good" | "warn" | "bad" | "info";

/** A state in a word or two. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
