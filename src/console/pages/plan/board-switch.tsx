import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import styles from "./board.module.css";
import type { BoardBy } from "./use-moves.js";

const texts = {
  label: { id: "Kolom menurut", en: "Columns by" },
  status: { id: "Status", en: "Status" },
  stage: { id: "Tahap", en: "Stage" },
};

/** Chooses what the columns of the board are; the choice stands in the address. */
export function BoardSwitch({ by }: { by: BoardBy }) {
  const t = useText();
  return (
    <nav aria-label={t(texts.label)} className={styles.switch}>
      {(["status", "stage"] as const).map((choice) => (
        <Link
          key={choice}
          to="."
          activeOptions={{ exact: true, explicitUndefined: true }}
          search={(before: object) => ({ ...before, by: choice })}
          aria-current={choice === by}
          replace
        >
          {t(texts[choice])}
        </Link>
      ))}
    </nav>
  );
}
