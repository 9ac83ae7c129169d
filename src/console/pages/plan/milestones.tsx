import { useState } from "react";
import {
  ActionAddMilestoneDocument,
  ActionCompleteMilestoneDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { Day } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";

const texts = {
  empty: { id: "Belum ada tonggak.", en: "No milestones yet." },
  complete: { id: "Tandai selesai", en: "Complete" },
  completeOf: { id: "Tandai selesai: {title}", en: "Complete: {title}" },
  done: { id: "Selesai", en: "Completed" },
  due: { id: "Tenggat", en: "Due" },
  overdue: { id: "Lewat tenggat", en: "Overdue" },
  add: { id: "Tambah tonggak", en: "Add a milestone" },
  title: { id: "Nama tonggak", en: "Title" },
  dueOn: { id: "Tenggat", en: "Due on" },
  save: { id: "Simpan", en: "Save" },
};

type Milestone = ActionDetail["milestones"][number];

function MilestoneItem({ milestone }: { milestone: Milestone }) {
  const t = useText();
  const { email } = useSessionState();
  const [complete, isRunning] = useChange(ActionCompleteMilestoneDocument);
  const [fault, setFault] = useState<Fault>();
  const { id, title, dueOn, completedOn, isOverdue, version } = milestone;
  const onClick = async () =>
    setFault((await complete({ input: { id, expectedVersion: version } })).fault);
  return (
    <li className={styles.item}>
      <div className="row spread">
        <strong>{title}</strong>
        {completedOn ? (
          <Badge tone="good">{t(texts.done)}</Badge>
        ) : email === null ? null : (
          <button
            type="button"
            className="button"
            aria-label={t(texts.completeOf, { title })}
            disabled={isRunning}
            onClick={() => void onClick()}
          >
            {t(texts.complete)}
          </button>
        )}
      </div>
      <p className="row soft small">
        {completedOn ? t(texts.done) : t(texts.due)} <Day on={completedOn ?? dueOn} />
        {isOverdue ? <Badge tone="bad">{t(texts.overdue)}</Badge> : null}
      </p>
      <FaultNote fault={fault} />
    </li>
  );
}

function AddForm({ actionId, done }: { actionId: string; done: () => void }) {
  const t = useText();
  const [id] = useState(newId);
  const [add, isRunning] = useChange(ActionAddMilestoneDocument);
  const labels = { title: t(texts.title), dueOn: t(texts.dueOn) };
  const { values, fault, field, onSubmit } = useForm({ title: "", dueOn: "" }, labels);
  const send = async () => {
    const outcome = await add({ input: { id, actionId, ...values } });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <FaultNote fault={fault} />
      <TextField {...field("title")} required />
      <TextField {...field("dueOn")} type="date" required />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** The milestones of an action; one completes them here, and adds others. */
export function Milestones({ action: { id, milestones } }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  return (
    <>
      {milestones.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <ul className={`plain ${styles.items}`}>
        {milestones.map((milestone) => (
          <MilestoneItem key={milestone.id} milestone={milestone} />
        ))}
      </ul>
      {email === null ? null : (
        <div>
          <ModalDialog label={`+ ${t(texts.add)}`} title={t(texts.add)}>
            {(close) => <AddForm actionId={id} done={close} />}
          </ModalDialog>
        </div>
      )}
    </>
  );
}
