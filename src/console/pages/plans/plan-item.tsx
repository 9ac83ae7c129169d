import { Link } from "@tanstack/react-router";
import type { PlansListQuery } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Meter } from "../../parts/meter.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./plans.module.css";

const texts = {
  late: { id: "Lewat waktu", en: "Past its end" },
  overdue: {
    id: "{count, plural, other {# kegiatan lewat tenggat}}",
    en: "{count, plural, one {# action overdue} other {# actions overdue}}",
  },
  progress: { id: "Kemajuan", en: "Progress" },
};

type Plan = PlansListQuery["actionPlans"]["nodes"][number];

/** A plan in the list: its title, state, lead, area, dates and money. */
export function PlanItem({ plan }: { plan: Plan }) {
  const t = useText();
  const { shortMoney } = useFormats();
  const { id, title, status, isOverdue, overdueActions, progress, lead, area, money } = plan;
  return (
    <li className={styles.plan}>
      <div className={styles.words}>
        <Link to="/plan/$id" params={{ id }}>
          {title}
        </Link>
        <span className="small soft">
          {[lead.name, area?.name, plan.programme.title].filter(Boolean).join(" · ")}
        </span>
        <span className="small soft">
          <Day on={plan.startsOn} /> – {plan.endsOn ? <Day on={plan.endsOn} /> : "…"}
          {money.given.total === "0" ? null : ` · ${shortMoney(money.given.total)}`}
        </span>
      </div>
      <div className="row">
        {isOverdue ? <Badge tone="bad">{t(texts.late)}</Badge> : null}
        {overdueActions > 0 ? (
          <Badge tone="warn">{t(texts.overdue, { count: overdueActions })}</Badge>
        ) : null}
        <Status of="ActionPlanStatus" member={status} />
        <Meter value={progress ?? 0} label={t(texts.progress)} />
      </div>
    </li>
  );
}
