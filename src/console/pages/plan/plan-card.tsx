import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { useArrival } from "./arrivals.js";
import type { MoveTarget } from "./move-menu.js";
import styles from "./plan-card.module.css";

const texts = {
  drag: { id: "Seret {title}", en: "Drag {title}" },
  move: { id: "Pindahkan {title} ke…", en: "Move {title} to…" },
  overdue: { id: "Lewat tenggat", en: "Overdue" },
  until: { id: "sampai {date}", en: "until {date}" },
  progress: { id: "Kemajuan {share}", en: "Progress {share}" },
};

type OpenMenu = ((target: MoveTarget) => void) | undefined;

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

function Handles({ action, openMenu }: { action: PlanCardFragment; openMenu: OpenMenu }) {
  const t = useText();
  if (!openMenu) return null;
  const { title } = action;
  return (
    <span className={styles.handles}>
      <Button slot="drag" className={styles.handle ?? ""} aria-label={t(texts.drag, { title })}>
        ⠿
      </Button>
      <button
        type="button"
        className={styles.handle}
        aria-haspopup="menu"
        aria-label={t(texts.move, { title })}
        onClick={({ currentTarget }) => openMenu({ action, button: currentTarget })}
      >
        ⋯
      </button>
    </span>
  );
}

/** An action as a card: its title leads to its page; a handle and a menu move it. */
export function PlanCard({
  planId,
  action,
  isMoving,
  openMenu,
}: {
  planId: string;
  action: PlanCardFragment;
  isMoving: boolean;
  openMenu: OpenMenu;
}) {
  return (
    <article className={styles.card} data-moving={isMoving} data-action={action.id}>
      <div className={styles.head}>
        <Link to="/plan/$id/action/$action" params={{ id: planId, action: action.id }}>
          {action.title}
        </Link>
        <Handles action={action} openMenu={openMenu} />
      </div>
      <Facts action={action} />
      <Mark id={action.id} />
    </article>
  );
}
