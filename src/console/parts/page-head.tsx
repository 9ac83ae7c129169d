import type { ReactNode } from "react";
import styles from "./page-head.module.css";
import { useTitle } from "./use-title.js";

/** The head of a page: its title, also in the browser's tab, what it belongs to, and what one can do. */
export function PageHead({
  title,
  above,
  below,
  actions,
}: {
  title: string;
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
}) {
  useTitle(title);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {above ? <div className="soft small">{above}</div> : null}
        <h1>{title}</h1>
        {below ? <div className="row">{below}</div> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </header>
  );
}
