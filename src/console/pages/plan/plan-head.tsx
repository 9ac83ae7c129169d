import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PlanHeadFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Fact } from "../../parts/fact.js";
import { Meter } from "../../parts/meter.js";
import { Day } from "../../parts/moment.js";
import { PageHead } from "../../parts/page-head.js";
import { Status } from "../../parts/status.js";
import styles from "./plan-head.module.css";

const texts = {
  programme: { id: "Program", en: "Programme" },
  lead: { id: "Penanggung jawab", en: "Lead" },
  area: { id: "Kawasan", en: "Area" },
  dates: { id: "Waktu", en: "Dates" },
  given: { id: "Dana diberikan", en: "Money given" },
  reached: { id: "Dana sampai", en: "Money reached" },
  progress: { id: "Kemajuan", en: "Progress" },
  overdue: {
    id: "{count, plural, other {# kegiatan lewat tenggat}}",
    en: "{count, plural, one {# action overdue} other {# actions overdue}}",
  },
  late: { id: "Lewat waktu", en: "Past its end" },
};

function Money({ plan: { money } }: { plan: PlanHeadFragment }) {
  const t = useText();
  const { shortMoney } = useFormats();
  return (
    <>
      <Fact name={t(texts.given)}>{shortMoney(money.given.total)}</Fact>
      <Fact name={t(texts.reached)}>{shortMoney(money.reached.total)}</Fact>
    </>
  );
}

/** What a plan is, in a few lines: status, programme, lead, area, dates, money and progress. */
export function PlanHead({
  plan,
  above,
  actions,
}: {
  plan: PlanHeadFragment;
  above: ReactNode;
  actions?: ReactNode;
}) {
  const t = useText();
  const { programme, lead, area, startsOn, endsOn, overdueActions } = plan;
  const badges = (
    <>
      <Status of="ActionPlanStatus" member={plan.status} />
      {plan.isOverdue ? <Badge tone="bad">{t(texts.late)}</Badge> : null}
      {overdueActions > 0 ? (
        <Badge tone="warn">{t(texts.overdue, { count: overdueActions })}</Badge>
      ) : null}
    </>
  );
  return (
    <>
      <PageHead title={plan.title} above={above} below={badges} actions={actions} />
      <dl className={styles.facts}>
        <Fact name={t(texts.programme)}>
          <Link to="/node/$id" params={{ id: programme.id }}>
            {programme.title}
          </Link>
        </Fact>
        <Fact name={t(texts.lead)}>
          <Link to="/organisation/$key" params={{ key: lead.key }}>
            {lead.name}
          </Link>
        </Fact>
        {area ? <Fact name={t(texts.area)}>{area.name}</Fact> : null}
        <Fact name={t(texts.dates)}>
          <Day on={startsOn} /> – {endsOn ? <Day on={endsOn} /> : "…"}
        </Fact>
        <Money plan={plan} />
        <Fact name={t(texts.progress)}>
          <Meter value={plan.progress ?? 0} label={t(texts.progress)} />
        </Fact>
      </dl>
    </>
  );
}
