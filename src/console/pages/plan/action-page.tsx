import { Link, useParams } from "@tanstack/react-router";
import { ActionDetailDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { FaultNote } from "../../parts/fault-note.js";
import { PageHead } from "../../parts/page-head.js";
import { Status } from "../../parts/status.js";
import { TabPages } from "../../parts/tab-list.js";
import { useSessionState } from "../../session/use-session.js";
import { ActionComments } from "./action-comments.js";
import { ActionContributions } from "./action-contributions.js";
import type { ActionDetail } from "./action-detail.js";
import { ActionHistory } from "./action-history.js";
import { ActionOverview } from "./action-overview.js";
import { ActionReports } from "./action-reports.js";
import { ArrivalsContext } from "./arrivals.js";
import { EditAction } from "./edit-action.js";
import { usePlanChanges } from "./use-plan-changes.js";

const texts = {
  tabs: { id: "Bagian kegiatan", en: "Parts of the action" },
  overview: { id: "Ikhtisar", en: "Overview" },
  contributions: { id: "Kontribusi", en: "Contributions" },
  reports: { id: "Laporan kemajuan", en: "Progress reports" },
  comments: { id: "Tanggapan", en: "Comments" },
  history: { id: "Riwayat", en: "History" },
  overdue: { id: "Lewat tenggat", en: "Overdue" },
};

function ActionHead({ action }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  const { plan, title, status, stage, isOverdue } = action;
  const badges = (
    <>
      <Status of="ActionStatus" member={status} />
      <Status of="ActionStage" member={stage} />
      {isOverdue ? <Badge tone="bad">{t(texts.overdue)}</Badge> : null}
    </>
  );
  return (
    <PageHead
      title={title}
      above={
        <Link to="/plan/$id" params={{ id: plan.id }}>
          {plan.title}
        </Link>
      }
      below={badges}
      actions={email === null ? null : <EditAction action={action} />}
    />
  );
}

function ActionTabs({ action }: { action: ActionDetail }) {
  const t = useText();
  const items = [
    {
      ...{ name: "overview", label: t(texts.overview) },
      content: () => <ActionOverview action={action} />,
    },
    {
      ...{ name: "contributions", label: t(texts.contributions) },
      content: () => <ActionContributions action={action} />,
    },
    {
      ...{ name: "reports", label: t(texts.reports) },
      content: () => <ActionReports action={action} />,
    },
    {
      ...{ name: "comments", label: t(texts.comments) },
      content: () => <ActionComments action={action} />,
    },
    {
      ...{ name: "history", label: t(texts.history) },
      content: () => <ActionHistory id={action.id} />,
    },
  ];
  return <TabPages label={t(texts.tabs)} items={items} />;
}

/** One action, live: what its lead says beside what universities found, its money, reports and comments. */
export function ActionPage() {
  const { id, action: actionId } = useParams({ from: "/plan/$id/action/$action" });
  const answer = useAnswer(ActionDetailDocument, { id: actionId });
  const { arrivals, sentence, fault } = usePlanChanges(id, answer);
  return (
    <ArrivalsContext value={arrivals}>
      <Answered of={answer} subject={({ action }) => action}>
        {(action) => (
          <div className="stack">
            <ActionHead action={action} />
            <p className="visually-hidden" role="status" aria-live="polite">
              {sentence}
            </p>
            <FaultNote fault={fault} again={answer.again} />
            <ActionTabs action={action} />
          </div>
        )}
      </Answered>
    </ArrivalsContext>
  );
}
