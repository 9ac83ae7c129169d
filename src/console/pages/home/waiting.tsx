import { Link } from "@tanstack/react-router";
import { createContext, type ReactNode, use, useState } from "react";
import {
  type AssessmentStatus,
  type HomeActionFragment,
  HomeWaitingDocument,
  type HomeWaitingQuery,
  type Role,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import { useMemberships, withRole } from "../../session/use-memberships.js";
import styles from "./home.module.css";

const texts = {
  title: { id: "Menunggu Anda", en: "Waiting for you" },
  none: { id: "Tidak ada yang menunggu Anda.", en: "Nothing waits for you." },
  plans: { id: "Terima atau tolak rencana aksi", en: "Accept or refuse a plan" },
  parts: { id: "Jawab ajakan ikut rencana aksi", en: "Answer an invitation to a plan" },
  leads: { id: "Jawab permintaan memimpin kegiatan", en: "Answer a request to lead an action" },
  outcomes: { id: "Ambil sikap dalam rembuk", en: "Take a position in a rembuk" },
  measurements: { id: "Terima atau tolak angka", en: "Accept or refuse figures" },
  overdue: { id: "Kegiatan lewat tenggat: laporkan", en: "Overdue actions: report" },
  assessments: { id: "Asesmen", en: "Assessments" },
  fundings: { id: "Konfirmasi dana yang diteruskan", en: "Confirm money passed on" },
  more: { id: "Tampilkan {count} lagi", en: "Show {count} more" },
  funding: { id: "{name}: {amount}", en: "{name}: {amount}" },
};

/** How many of each kind are shown at first, and by how many more where one asks. */
const some = 5;
const moreOfEach = 45;
const most = 200;

/** The function that shows more of each kind; null where the hub shows no more at once. */
const MoreContext = createContext<(() => void) | null>(null);

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
  const more = use(MoreContext);
  if (totalCount === 0) return null;
  return (
    <section className={styles.kind}>
      <h3>
        {name} ({totalCount})
      </h3>
      <ul className={`plain ${styles.list}`}>
        {nodes.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
      {more && totalCount > nodes.length ? (
        <button type="button" className="button quiet" onClick={more}>
          {t(texts.more, { count: totalCount - nodes.length })}
        </button>
      ) : null}
    </section>
  );
}

/** The link to the form of an action that waits, in a tab of its page. */
function ActionLink({
  action: { id, title, plan },
  tab,
}: {
  action: HomeActionFragment;
  tab: string;
}) {
  return (
    <Link to="/plan/$id/action/$action" params={{ id: plan.id, action: id }} search={{ tab }}>
      {title}
    </Link>
  );
}

function OfPlans({ plans, parts, leads }: HomeWaitingQuery) {
  const t = useText();
  return (
    <>
      <Kind name={t(texts.plans)} of={plans}>
        {({ id, title }) => (
          <Link to="/plan/$id" params={{ id }}>
            {title}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.parts)} of={parts}>
        {({ id, title }) => (
          <Link to="/plan/$id" params={{ id }} search={{ tab: "participants" }}>
            {title}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.leads)} of={leads}>
        {(action) => <ActionLink action={action} tab="overview" />}
      </Kind>
    </>
  );
}

function OfActions({ overdue, fundings }: HomeWaitingQuery) {
  const t = useText();
  const { shortMoney } = useFormats();
  return (
    <>
      <Kind name={t(texts.overdue)} of={overdue}>
        {(action) => (
          <>
            <ActionLink action={action} tab="reports" />
            {action.endsOn ? <Day on={action.endsOn} /> : null}
          </>
        )}
      </Kind>
      <Kind name={t(texts.fundings)} of={fundings}>
        {({ id, amount, contribution: { organisation, action } }) => (
          <Link
            to="/plan/$id"
            params={{ id: action.plan.id }}
            search={{ tab: "money" }}
            hash={`funding-${id}`}
          >
            {t(texts.funding, { name: organisation.name, amount: shortMoney(amount) })}
          </Link>
        )}
      </Kind>
    </>
  );
}

/** The tab of an assessment in which one does what its status waits for. */
const assessmentTab = (status: AssessmentStatus): string =>
  status === "SUBMITTED" || status === "IN_REVIEW" ? "review" : "answers";

function OfOthers({ outcomes, measurements, assessments }: HomeWaitingQuery) {
  const t = useText();
  return (
    <>
      <Kind name={t(texts.outcomes)} of={outcomes}>
        {({ number, text, deliberation: { key, title } }) => (
          <Link to="/rembuk/$key" params={{ key }} hash={`outcome-${number}`}>
            {title} – {number}. {(text ?? "").slice(0, 90)}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.measurements)} of={measurements}>
        {({ period, indicator: { key, title } }) => (
          <Link to="/indicator/$key" params={{ key }} search={{ tab: "figures" }}>
            {title}, {period}
          </Link>
        )}
      </Kind>
      <Kind name={t(texts.assessments)} of={assessments}>
        {({ id, status, dueOn, plan, area }) => (
          <span className="row">
            <Link to="/assessment/$id" params={{ id }} search={{ tab: assessmentTab(status) }}>
              {plan?.title ?? area?.name ?? id}
            </Link>
            {dueOn ? <Day on={dueOn} /> : null}
            <Status of="AssessmentStatus" member={status} />
          </span>
        )}
      </Kind>
    </>
  );
}

const isEmpty = (waiting: HomeWaitingQuery): boolean =>
  [
    ...[waiting.plans, waiting.parts, waiting.leads, waiting.overdue, waiting.fundings],
    ...[waiting.outcomes, waiting.measurements, waiting.assessments],
  ].every(({ totalCount }) => totalCount === 0);

/** The keys of the reader's organisations by what the reader may do for them. */
function useDuties() {
  const memberships = useMemberships() ?? [];
  const keys = (...roles: Role[]) =>
    withRole(memberships, ...roles).map(({ organisation }) => organisation.key);
  return {
    coordinated: keys("COORDINATOR", "ADMIN"),
    contributing: keys("CONTRIBUTOR", "COORDINATOR", "ADMIN"),
    assessing: keys("ASSESSOR"),
  };
}

/** What waits for an answer or a report of the reader's organisations, each with the way to it. */
export function Waiting() {
  const t = useText();
  const duties = useDuties();
  const hasNone = duties.contributing.length + duties.assessing.length === 0;
  const [first, setFirst] = useState(some);
  const answer = useAnswer(HomeWaitingDocument, { ...duties, first }, { pause: hasNone });
  if (hasNone) return null;
  return (
    <Card title={t(texts.title)}>
      <Answered of={answer} subject={(data) => data}>
        {(waiting) =>
          isEmpty(waiting) ? (
            <Empty>{t(texts.none)}</Empty>
          ) : (
            <MoreContext
              value={first < most ? () => setFirst(Math.min(first + moreOfEach, most)) : null}
            >
              <div className={styles.columns}>
                <OfPlans {...waiting} />
                <OfActions {...waiting} />
                <OfOthers {...waiting} />
              </div>
            </MoreContext>
          )
        }
      </Answered>
    </Card>
  );
}
