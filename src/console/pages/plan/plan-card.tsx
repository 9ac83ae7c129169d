import { memo } from "react";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { useArrival } from "./arrivals.js";
import styles from "./plan-card.module.css";

const texts = {
  move: { id: "Pindahkan {title} ke…", en: "Move {title} to…" },
  overdue: { id: "Lewat tenggat", en: "Overdue" },
  until: { id: "sampai {date}", en: "until {date}" },
  progress: { id: "Kemajuan {share}", en: "Progress {share}" },
};

/** What came in for the card lately: who, and what. */
function Mark({ id }: { id: string }) {
  const arrival = useArrival(id);
  if (!arrival) return null;
  return (
    <p className={styles.mark} data-arrived="true">
      <strong>{arrival.who}</strong> {arrival.what}
    </p>
  );
}

function Facts({ action }: { action: PlanCardFragment }) {
  const t = useText();
  const { date, percent, shortMoney } = useFormats();
  const { lead, endsOn, progress, money, isOverdue } = action;
  return (
    <>
      {lead ? <p className={styles.lead}>{lead.name}</p> : null}
      <p className={styles.facts}>
        <span>{t(texts.progress, { share: percent(progress) })}</span>
        {endsOn ? <span>{t(texts.until, { date: date(endsOn) })}</span> : null}
        {money.given.total === "0" ? null : <span>{shortMoney(money.given.total)}</span>}
        {isOverdue ? <Badge tone="bad">{t(texts.overdue)}</Badge> : null}
      </p>
    </>
  );
}

interface CardProps {
  planId: string;
  action: PlanCardFragment;
  isMoving: boolean;
  /** True for the card of a column that the Tab key leads to. */
  isEntry: boolean;
  mayMove: boolean;
}

/**
 * An action as a card: its title leads to its page, and a menu moves it, as dragging does. It has no handlers
 * of its own (`card-grid.ts`).
 */
export const PlanCard = memo(function PlanCard({
  planId,
  action,
  isMoving,
  isEntry,
  mayMove,
}: CardProps) {
  const t = useText();
  const { id, title } = action;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card is no row of a table.
    <div
      role="row"
      tabIndex={isEntry ? 0 : -1}
      draggable={mayMove}
      className={styles.card}
      data-moving={isMoving}
      data-action={id}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: nor a cell of one. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus of its only cell. */}
      <div role="gridcell" className={styles.cell}>
        <div className={styles.head}>
          <a href={`/plan/${planId}/action/${id}`} tabIndex={-1}>
            {title}
          </a>
          {mayMove ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.handle}
              aria-haspopup="menu"
              aria-label={t(texts.move, { title })}
            >
              ⋯
            </button>
          ) : null}
        </div>
        <Facts action={action} />
        <Mark id={id} />
      </div>
    </div>
  );
});
