import { Link } from "@tanstack/react-router";
import { HomeOverviewDocument, type HomeOverviewQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Meter } from "../../parts/meter.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./home.module.css";

const texts = {
  plans: { id: "Rencana aksi", en: "Action plans" },
  allPlans: { id: "Semua {count} rencana aksi", en: "All {count} plans" },
  noPlans: { id: "Belum ada rencana aksi.", en: "No plans yet." },
  overdue: {
    id: "{count, plural, other {# kegiatan lewat tenggat}}",
    en: "{count, plural, one {# action overdue} other {# actions overdue}}",
  },
  progress: { id: "Kemajuan", en: "Progress" },
  rembuk: { id: "Rembuk terbaru", en: "Latest rembuk" },
  allRembuk: { id: "Semua rembuk", en: "All rembuk" },
  noRembuk: { id: "Belum ada rembuk.", en: "No rembuk yet." },
  programmes: { id: "Program", en: "Programmes" },
  noProgrammes: { id: "Belum ada program.", en: "No programmes yet." },
};

function Plans({ plans: { nodes, totalCount } }: { plans: HomeOverviewQuery["actionPlans"] }) {
  const t = useText();
  return (
    <Card
      title={t(texts.plans)}
      actions={<Link to="/plans">{t(texts.allPlans, { count: totalCount })}</Link>}
    >
      {nodes.length === 0 ? <Empty>{t(texts.noPlans)}</Empty> : null}
      <ul className={`plain ${styles.list}`}>
        {nodes.map(({ id, title, status, progress, overdueActions, lead }) => (
          <li key={id}>
            <Link to="/plan/$id" params={{ id }}>
              {title}
            </Link>
            <span className="row small">
              <Status of="ActionPlanStatus" member={status} />
              <Meter value={progress ?? 0} label={t(texts.progress)} />
              {overdueActions > 0 ? (
                <Badge tone="warn">{t(texts.overdue, { count: overdueActions })}</Badge>
              ) : null}
              <span className="soft">{lead.name}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Meetings({ nodes }: { nodes: HomeOverviewQuery["deliberations"]["nodes"] }) {
  const t = useText();
  return (
    <Card title={t(texts.rembuk)} actions={<Link to="/rembuk">{t(texts.allRembuk)}</Link>}>
      {nodes.length === 0 ? <Empty>{t(texts.noRembuk)}</Empty> : null}
      <ul className={`plain ${styles.list}`}>
        {nodes.map(({ id, key, title, status, heldFrom, place }) => (
          <li key={id}>
            <Link to="/rembuk/$key" params={{ key }}>
              {title}
            </Link>
            <span className="row small soft">
              <Status of="DeliberationStatus" member={status} />
              <Day on={heldFrom} />
              {place}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Programmes({ nodes }: { nodes: HomeOverviewQuery["programmes"]["nodes"] }) {
  const t = useText();
  return (
    <Card title={t(texts.programmes)}>
      {nodes.length === 0 ? <Empty>{t(texts.noProgrammes)}</Empty> : null}
      <ul className={`plain ${styles.list}`}>
        {nodes.map(({ id, key, title, owner }) => (
          <li key={id}>
            <Link to="/plans" search={{ programme: key }}>
              {title}
            </Link>
            <span className="small soft">{owner.name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Plans, meetings and programmes, the newest first, each with the way to all of them. */
export function Overview() {
  const answer = useAnswer(HomeOverviewDocument, {});
  return (
    <Answered of={answer} subject={(data) => data}>
      {({ actionPlans, deliberations, programmes }) => (
        <div className={styles.columns}>
          <Plans plans={actionPlans} />
          <div className="stack">
            <Meetings nodes={deliberations.nodes} />
            <Programmes nodes={programmes.nodes} />
          </div>
        </div>
      )}
    </Answered>
  );
}
