import { useState } from "react";
import {
  ActionAddMilestoneDocument,
  ActionCompleteMilestoneDocument,
  ActionUpdateMilestoneDocument,
  type UpdateMilestoneInput,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { Day } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import { StepButton } from "../../parts/step.js";
import { EditClash, useEdit } from "../../parts/use-edit.js";
import { useForm } from "../../parts/use-form.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";

const texts = {
  empty: { id: "Belum ada tonggak.", en: "No milestones yet." },
  complete: { id: "Tandai selesai", en: "Complete" },
  completeOf: { id: "Tandai selesai: {title}", en: "Complete: {title}" },
  edit: { id: "Ubah", en: "Edit" },
  editOf: { id: "Ubah tonggak {title}", en: "Edit the milestone {title}" },
  done: { id: "Selesai", en: "Completed" },
  due: { id: "Tenggat", en: "Due" },
  overdue: { id: "Lewat tenggat", en: "Overdue" },
  add: { id: "Tambah tonggak", en: "Add a milestone" },
  title: { id: "Nama tonggak", en: "Title" },
  dueOn: { id: "Tenggat", en: "Due on" },
  save: { id: "Simpan", en: "Save" },
};

type Milestone = ActionDetail["milestones"][number];

/** The step that marks a milestone as reached. */
function Complete({ milestone }: { milestone: Milestone }) {
  const t = useText();
  const { date } = useFormats();
  const [complete] = useChange(ActionCompleteMilestoneDocument);
  const { id, title, version, dueOn } = milestone;
  return (
    <StepButton
      {...{ id, version, title, label: t(texts.complete), name: t(texts.completeOf, { title }) }}
      rows={({ completedOn, dueOn: due, title: named }) => [
        { name: t(texts.title), mine: title, theirs: String(named ?? title) },
        { name: t(texts.due), mine: date(dueOn), theirs: date(String(due ?? dueOn)) },
        {
          ...{ name: t(texts.done), mine: t(texts.done) },
          theirs: completedOn ? date(String(completedOn)) : "",
        },
      ]}
      run={(expectedVersion) => complete({ input: { id, expectedVersion } })}
    />
  );
}

function useMilestoneEdit(milestone: Milestone, done: () => void) {
  const t = useText();
  const [update, isRunning] = useChange(ActionUpdateMilestoneDocument);
  const { id, version, title, dueOn } = milestone;
  const edit = useEdit({
    ...{ version, done },
    first: { title, dueOn },
    labels: { title: t(texts.title), dueOn: t(texts.dueOn) },
    run: (changed, expectedVersion) =>
      update({ input: { id, expectedVersion, ...changed } as UpdateMilestoneInput }),
  });
  return { edit, isRunning };
}

function EditForm({ milestone, done }: { milestone: Milestone; done: () => void }) {
  const t = useText();
  const { date } = useFormats();
  const { edit, isRunning } = useMilestoneEdit(milestone, done);
  const { form } = edit;
  return (
    <form className="stack" onSubmit={form.onSubmit(() => edit.send())}>
      <FaultNote fault={form.fault} />
      <TextField {...form.field("title")} required />
      <TextField {...form.field("dueOn")} type="date" required />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        edit={edit}
        id={milestone.id}
        title={milestone.title}
        shown={(path, value) => (path === "dueOn" && value ? date(value) : value)}
        done={done}
      />
    </form>
  );
}

function MilestoneItem({ milestone }: { milestone: Milestone }) {
  const t = useText();
  const { email } = useSessionState();
  const { title, dueOn, completedOn, isOverdue } = milestone;
  const edit = t(texts.editOf, { title });
  return (
    <li className={styles.item}>
      <div className="row spread">
        <strong>{title}</strong>
        {completedOn ? <Badge tone="good">{t(texts.done)}</Badge> : null}
        {completedOn || email === null ? null : (
          <span className="row no-print">
            <Complete milestone={milestone} />
            <ModalDialog label={t(texts.edit)} named={edit} title={edit} look="button quiet">
              {(close) => <EditForm milestone={milestone} done={close} />}
            </ModalDialog>
          </span>
        )}
      </div>
      <p className="row soft small">
        {completedOn ? t(texts.done) : t(texts.due)} <Day on={completedOn ?? dueOn} />
        {isOverdue ? <Badge tone="bad">{t(texts.overdue)}</Badge> : null}
      </p>
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
