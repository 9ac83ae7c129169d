import { type ReactNode, useEffect } from "react";
import styles from "./page-head.module.css";

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
  useEffect(() => {
    document.title = `${title} · Rembuk`;
  }, [title]);
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
