import { useState } from "react";
import {
  ActionFurtherReportsDocument,
  ActionReportProgressDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { useMoreRows } from "../../parts/further-pages.js";
import { Moment } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import { OrganisationChoice } from "../../parts/organisation-choice.js";
import { useForm } from "../../parts/use-form.js";
import { useVersioned, type VersionedChange } from "../../parts/use-versioned.js";
import { useMyOrganisations } from "../../session/use-memberships.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { useCardRefresh } from "./use-moves.js";

const texts = {
  report: { id: "Laporkan kemajuan", en: "Report progress" },
  reports: { id: "Laporan", en: "Reports" },
  empty: { id: "Belum ada laporan kemajuan.", en: "No progress reports yet." },
  progress: { id: "Kemajuan (0–100%)", en: "Progress (0–100%)" },
  note: { id: "Catatan", en: "Note" },
  obstacle: { id: "Hambatan", en: "Obstacle" },
  evidence: { id: "Tautan bukti, satu per baris", en: "Links to evidence, one a line" },
  send: { id: "Kirim laporan", en: "Send the report" },
  sent: { id: "Laporan terkirim.", en: "The report is sent." },
  status: { id: "Status", en: "Status" },
  hindered: { id: "Hambatan: {text}", en: "Obstacle: {text}" },
};

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const nothingSaid = { note: "", obstacle: "", evidence: "", organisationId: "" };

/** The form of a report: until one types, it follows the action; then it keeps what one saw of it. */
function useReportForm(action: ActionDetail) {
  const t = useText();
  const [seen, setSeen] = useState({ version: action.version, progress: action.progress });
  const first = { progress: String(seen.progress), ...nothingSaid };
  const form = useForm(first, {
    ...{ progress: t(texts.progress), note: t(texts.note), obstacle: t(texts.obstacle) },
    ...{ evidence: t(texts.evidence), organisationId: "" },
  });
  const { values, setValues } = form;
  const isTouched = Object.entries(first).some(
    ([path, value]) => values[path as keyof typeof first] !== value,
  );
  const follow = (version: number, progress: number) => {
    setSeen({ version, progress });
    setValues({ ...nothingSaid, progress: String(progress) });
  };
  if (!isTouched && action.version !== seen.version) follow(action.version, action.progress);
  return { form, seen, follow };
}

/** What the report and the action say where another's change came first. */
function useReportRows(action: ActionDetail, progress: string): VersionedChange["rows"] {
  const t = useText();
  const name = useMemberName();
  const { percent } = useFormats();
  return ({ status }) => [
    {
      ...{ name: t(texts.progress), mine: percent(Number(progress)) },
      theirs: percent(action.progress),
    },
    {
      ...{ name: t(texts.status), mine: name("ActionStatus", action.status) },
      theirs: name("ActionStatus", String(status)),
    },
  ];
}

function useReport(action: ActionDetail) {
  const mine = useMyOrganisations();
  const [id, setId] = useState(newId);
  const [isSent, setSent] = useState(false);
  const [report, isRunning] = useChange(ActionReportProgressDocument);
  const refresh = useCardRefresh();
  const { form, seen, follow } = useReportForm(action);
  const { values, setFault } = form;
  const run = async (expectedVersion: number) => {
    const { evidence, note, obstacle, organisationId, progress } = values;
    const outcome = await report({
      input: {
        ...{ id, actionId: action.id, expectedVersion, progress: Number(progress) },
        ...{ note: note || null, obstacle: obstacle || null, evidence: linesOf(evidence) },
        organisationId: organisationId || mine[0]?.id || null,
      },
    });
    // The progress is derived: what is stored does not say it.
    if (outcome.fault?.code === "CONFLICT") await refresh(action.id);
    return outcome;
  };
  const { send, clash } = useVersioned({
    ...{ id: action.id, title: action.title, version: seen.version, setFault, run },
    rows: useReportRows(action, values.progress),
    done: () => {
      setSent(true);
      setId(newId());
      form.setValues({ ...nothingSaid, progress: String(seen.progress) });
    },
    leave: () => follow(action.version, action.progress),
  });
  const submit = () => {
    setSent(false);
    return send();
  };
  return { form, submit, clash, isRunning, isSent };
}

function ReportForm({ action }: { action: ActionDetail }) {
  const t = useText();
  const { form, submit, clash, isRunning, isSent } = useReport(action);
  const { field, fault, onSubmit } = form;
  return (
    <Card title={t(texts.report)}>
      <form className={styles.narrow} onSubmit={onSubmit(submit)}>
        <FaultNote fault={fault} />
        <OrganisationChoice {...field("organisationId")} />
        <TextField {...field("progress")} type="number" required />
        <TextField {...field("note")} rows={3} />
        <TextField {...field("obstacle")} rows={2} />
        <TextField {...field("evidence")} rows={2} />
        <div className="row">
          <button type="submit" className="button main" disabled={isRunning}>
            {t(texts.send)}
          </button>
          <span role="status">{isSent ? t(texts.sent) : null}</span>
        </div>
        {clash}
      </form>
    </Card>
  );
}

/** The progress reports of an action, the newest first, and the form for the next one. */
export function ActionReports({ action }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  const { percent } = useFormats();
  const { rows, more } = useMoreRows(action.progressUpdates, {
    ...{ document: ActionFurtherReportsDocument, variables: { id: action.id } },
    listOf: (data) => data.action?.progressUpdates,
  });
  return (
    <div className="stack">
      {email === null ? null : <ReportForm action={action} />}
      <Card title={t(texts.reports)}>
        {rows.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
        <ol className={`plain ${styles.items}`}>
          {rows.map(({ id, progress, note, obstacle, reportedAt, reportedBy }) => (
            <li key={id} className={styles.item}>
              <p className="row">
                <strong>{percent(progress)}</strong>
                <span className="soft small">
                  {[reportedBy.user?.name, reportedBy.organisation.name].filter(Boolean).join(", ")}{" "}
                  · <Moment at={reportedAt} />
                </span>
              </p>
              {note ? <p>{note}</p> : null}
              {obstacle ? <p>{t(texts.hindered, { text: obstacle })}</p> : null}
            </li>
          ))}
        </ol>
        {more}
      </Card>
    </div>
  );
}
