import { useEffect, useState } from "react";
import { useConnection } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import styles from "./live-banner.module.css";

const texts = {
  behind: {
    id: "Sambungan terputus. Halaman ini mungkin tertinggal; perubahan akan menyusul begitu tersambung kembali.",
    en: "The connection is lost. This page may be behind; changes will follow once it is back.",
  },
};

/** A lost connection is shown after this time, in milliseconds: most come back before. */
const graceMs = 2000;

/** Says that live updates do not arrive, for as long as they do not. */
export function LiveBanner() {
  const t = useText();
  const { wanted, lostAt } = useConnection();
  const [behind, setBehind] = useState(false);
  useEffect(() => {
    if (!wanted || lostAt === null) return setBehind(false);
    const timer = setTimeout(() => setBehind(true), graceMs);
    return () => clearTimeout(timer);
  }, [wanted, lostAt]);
  return (
    <div role="status" aria-live="polite">
      {behind ? <p className={styles.banner}>{t(texts.behind)}</p> : null}
    </div>
  );
}
