import { useEffect, useSyncExternalStore } from "react";
import { useText } from "../language/language.js";
import { whenIdle } from "../parts/when-idle.js";
import styles from "./live-banner.module.css";
import { versions } from "./versions.js";

const texts = {
  newer: { id: "Versi baru sudah tersedia.", en: "A new version is here." },
  again: { id: "Muat ulang", en: "Load again" },
};

/** Says that a newer version of the console waits, and loads it. */
export function VersionBanner() {
  const t = useText();
  const isNewer = useSyncExternalStore(versions.listen, versions.hasNewer);
  useEffect(
    () =>
      // A browser may refuse, as in a private window: the console works without.
      whenIdle(() => void versions.follow().catch(() => undefined)),
    [],
  );
  return (
    <div role="status" aria-live="polite">
      {isNewer ? (
        <p className={styles.banner}>
          {t(texts.newer)}{" "}
          <button type="button" className="button" onClick={versions.take}>
            {t(texts.again)}
          </button>
        </p>
      ) : null}
    </div>
  );
}
