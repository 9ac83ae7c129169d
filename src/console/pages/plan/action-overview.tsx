import { Link } from "@tanstack/react-router";
import { ActionAcceptLeadDocument, ActionDeclineLeadDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Meter } from "../../parts/meter.js";
import { Day, Moment } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { Milestones } from "./milestones.js";
import { PartAnswer } from "./part-answer.js";
import { useCoordinated } from "./plan-rights.js";
import { ReplyToFinding } from "./reply-to-finding.js";

const texts = {
  lead: { id: "Kata penanggung jawab", en: "What the lead says" },
  university: { id: "Temuan perguruan tinggi", en: "What universities found" },
  noLead: { id: "Belum ada penanggung jawab.", en: "No lead yet." },
  askedLead: {
    id: "{name} diminta memimpin kegiatan ini.",
    en: "{name} is asked to lead this action.",
  },
  noReport: { id: "Belum ada laporan.", en: "No report yet." },
  noFinding: { id: "Belum dinilai perguruan tinggi.", en: "Not assessed by a university yet." },
  reported: { id: "Penyelesaian menurut laporan", en: "Completion as reported" },
  assessed: { id: "Penyelesaian menurut penilaian", en: "Completion as assessed" },
  progress: { id: "Kemajuan", en: "Progress" },
  obstacle: { id: "Hambatan: {text}", en: "Obstacle: {text}" },
  reply: { id: "Balasan", en: "Reply" },
  recommendation: { id: "Saran: {text}", en: "Recommendation: {text}" },
  divergence: {
    id: "Selisih {steps} tingkat antara laporan dan temuan",
    en: "{steps, plural, one {# step} other {# steps}} between report and finding",
  },
  milestones: { id: "Tonggak", en: "Milestones" },
  about: { id: "Tentang kegiatan ini", en: "About this action" },
  dates: { id: "Waktu", en: "Dates" },
  given: { id: "Dana diberikan", en: "Money given" },
};

function Lead({ action }: { action: ActionDetail }) {
  const t = useText();
  const { lead, reported, progress, progressUpdates } = action;
  const [last] = progressUpdates.nodes;
  return (
    <Card title={t(texts.lead)}>
      {lead ? (
        <Link to="/organisation/$key" params={{ key: lead.key }}>
          {lead.name}
        </Link>
      ) : (
        <Empty>{t(texts.noLead)}</Empty>
      )}
      {action.leadStatus && action.leadStatus !== "ACCEPTED" ? (
        <Status of="ParticipantStatus" member={action.leadStatus} />
      ) : null}
      <LeadQuestion action={action} />
      <Meter value={progress} label={t(texts.progress)} />
      {reported ? (
        <p className="row">
          {t(texts.reported)}: <Status of="Completion" member={reported.completion} />
        </p>
      ) : null}
      {last ? (
        <div className={styles.said}>
          {last.note ? <p>{last.note}</p> : null}
          {last.obstacle ? <p>{t(texts.obstacle, { text: last.obstacle })}</p> : null}
          <p className="soft small">
            {last.reportedBy.organisation.name} · <Moment at={last.reportedAt} />
          </p>
        </div>
      ) : (
        <Empty>{t(texts.noReport)}</Empty>
      )}
    </Card>
  );
}

/** The question to the organisation that others named as the action's lead. */
function LeadQuestion({ action }: { action: ActionDetail }) {
  const t = useText();
  const [accept] = useChange(ActionAcceptLeadDocument);
  const [decline] = useChange(ActionDeclineLeadDocument);
  const mine = useCoordinated();
  const { id, version, title, lead, leadStatus } = action;
  if (leadStatus !== "INVITED" || !lead || !mine.includes(lead.id)) return null;
  return (
    <PartAnswer
      {...{ id, version, title, field: "leadStatus" }}
      question={t(texts.askedLead, { name: lead.name })}
      run={(accepts, input) => (accepts ? accept : decline)({ input })}
    />
  );
}

function Assessed({ action }: { action: ActionDetail }) {
  const t = useText();
  const mine = useCoordinated();
  const { assessed, lead } = action;
  if (!assessed) return null;
  const { completion, university, at, finding } = assessed;
  return (
    <>
      <Link to="/organisation/$key" params={{ key: university.key }}>
        {university.name}
      </Link>
      <p className="row">
        {t(texts.assessed)}: <Status of="Completion" member={completion} />
      </p>
      <div className={styles.said}>
        {finding?.note ? <p>{finding.note}</p> : null}
        <p className="soft small">
          <Moment at={at} />
        </p>
      </div>
      {finding?.replies.map(({ id, text, organisation }) => (
        <div key={id} className={styles.said}>
          <p>
            <strong>{t(texts.reply)}</strong>: {text}
          </p>
          <p className="soft small">{organisation.name}</p>
        </div>
      ))}
      {finding && lead && mine.includes(lead.id) ? (
        <div className="no-print">
          <ReplyToFinding findingId={finding.id} />
        </div>
      ) : null}
    </>
  );
}

function Findings({ action }: { action: ActionDetail }) {
  const t = useText();
  const { assessed, findings, divergence } = action;
  return (
    <Card title={t(texts.university)}>
      {divergence ? (
        <p>
          <Badge tone="warn">{t(texts.divergence, { steps: Math.abs(divergence) })}</Badge>
        </p>
      ) : null}
      <Assessed action={action} />
      {findings.map(({ id, text, recommendation, assessment }) => (
        <div key={id} className={styles.said}>
          <p>{text}</p>
          {recommendation ? <p>{t(texts.recommendation, { text: recommendation })}</p> : null}
          <p className="soft small">
            <Link to="/assessment/$id" params={{ id: assessment.id }}>
              {assessment.university.name}
            </Link>
          </p>
        </div>
      ))}
      {assessed || findings.length > 0 ? null : <Empty>{t(texts.noFinding)}</Empty>}
    </Card>
  );
}

function About({ action }: { action: ActionDetail }) {
  const t = useText();
  const { money } = useFormats();
  const { description, startsOn, endsOn, money: totals } = action;
  return (
    <Card title={t(texts.about)}>
      {description ? <p>{description}</p> : null}
      <p>
        {t(texts.dates)}: {startsOn ? <Day on={startsOn} /> : "…"} –{" "}
        {endsOn ? <Day on={endsOn} /> : "…"}
      </p>
      <p>
        {t(texts.given)}: {money(totals.given.total)}
      </p>
    </Card>
  );
}

/** What an action is, what its lead says and what universities found side by side, and its milestones. */
export function ActionOverview({ action }: { action: ActionDetail }) {
  const t = useText();
  return (
    <div className="stack">
      <div className={styles.sides}>
        <Lead action={action} />
        <Findings action={action} />
      </div>
      <div className={styles.sides}>
        <About action={action} />
        <Card title={t(texts.milestones)}>
          <Milestones action={action} />
        </Card>
      </div>
    </div>
  );
}
