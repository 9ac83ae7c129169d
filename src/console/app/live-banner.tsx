import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnection } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import { useSessionState } from "../session/use-session.js";
import styles from "./live-banner.module.css";

const texts = {
  behind: {
    id: "Sambungan terputus. Halaman ini mungkin tertinggal; perubahan akan menyusul begitu tersambung kembali.",
    en: "The connection is lost. This page may be behind; changes will follow once it is back.",
  },
  offline: {
    id: "Tidak ada sambungan internet. Halaman ini menampilkan yang tersimpan di perangkat ini; selebihnya menyusul begitu tersambung kembali.",
    en: "There is no connection. This page shows what this device has kept; the rest will follow once the line is back.",
  },
};

const listenToLine = (listener: () => void): (() => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

/** True where the device itself has no line, or the tab waits for one to sign its person in again. */
function useIsOffline(): boolean {
  const { away } = useSessionState();
  const hasLine = useSyncExternalStore(listenToLine, () => navigator.onLine);
  return away || !hasLine;
}

/** A lost connection is shown after this time, in milliseconds: most come back before. */
const graceMs = 2000;

/** Says that there is no line, or that live updates do not arrive, for as long as it is so. */
export function LiveBanner() {
  const t = useText();
  const { wanted, lostAt } = useConnection();
  const isOffline = useIsOffline();
  const [behind, setBehind] = useState(false);
  useEffect(() => {
    if (!wanted || lostAt === null) return setBehind(false);
    const timer = setTimeout(() => setBehind(true), graceMs);
    return () => clearTimeout(timer);
  }, [wanted, lostAt]);
  return (
    <div role="status" aria-live="polite">
      {isOffline || behind ? (
        <p className={styles.banner}>{t(isOffline ? texts.offline : texts.behind)}</p>
      ) : null}
    </div>
  );
}
