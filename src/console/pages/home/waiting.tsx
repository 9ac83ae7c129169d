import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { HomeWaitingDocument, type HomeWaitingQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import { useMyOrganisations } from "../../session/use-memberships.js";
import styles from "./home.module.css";

const texts = {
  title: { id: "Menunggu Anda", en: "Waiting for you" },
  none: { id: "Tidak ada yang menunggu Anda.", en: "Nothing waits for you." },
  plans: { id: "Jawab ajakan ikut rencana aksi", en: "Answer an invitation to a plan" },
  outcomes: { id: "Ambil sikap dalam rembuk", en: "Take a position in a rembuk" },
  measurements: { id: "Terima atau tolak angka", en: "Accept or refuse figures" },
  overdue: { id: "Kegiatan lewat tenggat: laporkan", en: "Overdue actions: report" },
  assessments: { id: "Asesmen", en: "Assessments" },
  fundings: { id: "Pastikan dana yang diteruskan", en: "Confirm money passed on" },
  more: { id: "dan {count} lagi", en: "and {count} more" },
  funding: { id: "{name}: {amount}", en: "{name}: {amount}" },
};

interface Counted<Row> {
  totalCount: number;
  nodes: Row[];
}

/** One kind of what waits, with the first of it; nothing where none waits. */
function Kind<Row extends { id: string }>({
  name,
  of: { totalCount, nodes },
  children,
}: {
  name: string;
  of: Counted<Row>;
  children: (row: Row) => ReactNode;
}) {
  const t = useText();
  if (totalCount === 0) return null;
  return (
    <section className={styles.kind}>
      <h3>
        {name} ({totalCount})
      </h3>
      <ul className={`plain ${styles.list}`}>
        {nodes.slice(0, 5).map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
      {totalCount > 5 ? (
        <p className="soft small">{t(texts.more, { count: totalCount - 5 })}</p>
      ) : null}
    </section>
  );
}

function OfPlans({ plans, overdue, fundings }: HomeWaitingQuery) {
  const t = useText();
  const { shortMoney } = useFormats();
  return (
    <>
      <Kind name={t(texts.plans)} of={plans}>
        {({ id, title }) => (
          <Link to="/plan/$id" params={{ id }} search={{ tab: "participants" }}>
            {title}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.overdue)} of={overdue}>
        {({ id, title, endsOn, plan }) => (
          <>
            <Link
              to="/plan/$id/action/$action"
              params={{ id: plan.id, action: id }}
              search={{ tab: "reports" }}
            >
              {title}
            </Link>
            {endsOn ? <Day on={endsOn} /> : null}
          </>
        )}
      </Kind>
      <Kind name={t(texts.fundings)} of={fundings}>
        {({ amount, contribution: { organisation, action } }) => (
          <Link
            to="/plan/$id/action/$action"
            params={{ id: action.plan.id, action: action.id }}
            search={{ tab: "contributions" }}
          >
            {t(texts.funding, { name: organisation.name, amount: shortMoney(amount) })}
          </Link>
        )}
      </Kind>
    </>
  );
}

function OfOthers({ outcomes, measurements, assessments }: HomeWaitingQuery) {
  const t = useText();
  return (
    <>
      <Kind name={t(texts.outcomes)} of={outcomes}>
        {({ number, text, deliberation: { key, title } }) => (
          <Link to="/rembuk/$key" params={{ key }}>
            {title} – {number}. {text.slice(0, 90)}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.measurements)} of={measurements}>
        {({ period, indicator: { key, title } }) => (
          <Link to="/indicator/$key" params={{ key }}>
            {title}, {period}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.assessments)} of={assessments}>
        {({ id, status, plan, area }) => (
          <span className="row">
            <Link to="/assessment/$id" params={{ id }}>
              {plan?.title ?? area?.name ?? id}
            </Link>
            <Status of="AssessmentStatus" member={status} />
          </span>
        )}
      </Kind>
    </>
  );
}

const isEmpty = (waiting: HomeWaitingQuery): boolean =>
  [
    ...[waiting.plans, waiting.overdue, waiting.fundings],
    ...[waiting.outcomes, waiting.measurements, waiting.assessments],
  ].every(({ totalCount }) => totalCount === 0);

/** What waits for an answer or a report of the reader's organisations, each with the way to it. */
export function Waiting() {
  const t = useText();
  const mine = useMyOrganisations().map(({ key }) => key);
  const answer = useAnswer(HomeWaitingDocument, { mine }, { pause: mine.length === 0 });
  if (mine.length === 0) return null;
  return (
    <Card title={t(texts.title)}>
      <Answered of={answer} subject={(data) => data}>
        {(waiting) =>
          isEmpty(waiting) ? (
            <Empty>{t(texts.none)}</Empty>
          ) : (
            <div className={styles.columns}>
              <OfPlans {...waiting} />
              <OfOthers {...waiting} />
            </div>
          )
        }
      </Answered>
    </Card>
  );
}
