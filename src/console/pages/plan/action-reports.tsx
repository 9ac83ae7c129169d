import { useState } from "react";
import { ActionReportProgressDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { Moment } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";
import { useMyOrganisations } from "../../session/use-memberships.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { OrganisationChoice } from "./organisation-choice.js";

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
  hindered: { id: "Hambatan: {text}", en: "Obstacle: {text}" },
};

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The form's values as the hub takes them, for a version of the action. */
function useReport(action: ActionDetail) {
  const t = useText();
  const mine = useMyOrganisations();
  const [id, setId] = useState(newId);
  const [isSent, setSent] = useState(false);
  const [report, isRunning] = useChange(ActionReportProgressDocument);
  const first = { progress: String(action.progress), note: "", obstacle: "", evidence: "" };
  const form = useForm(
    { ...first, organisationId: "" },
    {
      ...{ progress: t(texts.progress), note: t(texts.note), obstacle: t(texts.obstacle) },
      ...{ evidence: t(texts.evidence), organisationId: "" },
    },
  );
  const { values, setValues } = form;
  const send = async () => {
    const { fault } = await report({
      input: {
        ...{ id, actionId: action.id, expectedVersion: action.version },
        progress: Number(values.progress),
        note: values.note || null,
        obstacle: values.obstacle || null,
        evidence: linesOf(values.evidence),
        organisationId: values.organisationId || mine[0]?.id || null,
      },
    });
    setSent(fault === undefined);
    if (fault) return fault;
    setId(newId());
    setValues({ ...values, note: "", obstacle: "", evidence: "" });
    return undefined;
  };
  return { form, send, isRunning, isSent };
}

function ReportForm({ action }: { action: ActionDetail }) {
  const t = useText();
  const { form, send, isRunning, isSent } = useReport(action);
  const { field, fault, onSubmit } = form;
  return (
    <Card title={t(texts.report)}>
      <form className={styles.narrow} onSubmit={onSubmit(send)}>
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
      </form>
    </Card>
  );
}

/** The progress reports of an action, the newest first, and the form for the next one. */
export function ActionReports({ action }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  const { percent } = useFormats();
  const { nodes } = action.progressUpdates;
  return (
    <div className="stack">
      {email === null ? null : <ReportForm action={action} />}
      <Card title={t(texts.reports)}>
        {nodes.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
        <ol className={`plain ${styles.items}`}>
          {nodes.map(({ id, progress, note, obstacle, reportedAt, reportedBy }) => (
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
      </Card>
    </div>
  );
}
