import { diffWords } from "diff";
import { useMemo } from "react";
import { useLanguage } from "../../language/language.js";
import styles from "./word-diff.module.css";

/** Two texts compared word by word: what is new is inserted, what is gone is struck out. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const language = useLanguage();
  const parts = useMemo(() => {
    const intlSegmenter = new Intl.Segmenter(language, { granularity: "word" });
    return diffWords(before, after, { intlSegmenter });
  }, [before, after, language]);
  return (
    <p className={styles.diff}>
      {parts.map(({ value, added, removed }, at) => {
        const Part = added ? "ins" : removed ? "del" : "span";
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move.
        return <Part key={at}>{value}</Part>;
      })}
    </p>
  );
}
