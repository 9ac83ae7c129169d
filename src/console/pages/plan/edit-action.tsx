import { useState } from "react";
import { type ActionStage, PlanMoveByStageDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import type { ActionDetail } from "./action-detail.js";
import { ConflictDialog } from "./conflict-dialog.js";
import { StatusChoice } from "./status-choice.js";
import { useForm } from "./use-form.js";

const texts = {
  edit: { id: "Ubah kegiatan", en: "Edit the action" },
  title: { id: "Nama kegiatan", en: "Title" },
  description: { id: "Uraian", en: "Description" },
  stage: { id: "Tahap", en: "Stage" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Tenggat", en: "Ends on" },
  save: { id: "Simpan", en: "Save" },
};

const paths = ["title", "description", "stage", "startsOn", "endsOn"] as const;
type Path = (typeof paths)[number];
type Values = Record<Path, string>;

const valuesOf = (from: Readonly<Partial<Record<Path, unknown>>>): Values => {
  const text = (path: Path) => (typeof from[path] === "string" ? from[path] : "");
  const [title, description] = [text("title"), text("description")];
  return {
    title,
    description,
    stage: text("stage"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
  };
};

/** What the reader changed of what they saw: nothing else is sent, so that nothing else is overwritten. */
const changedOf = (seen: Values, wished: Values): Path[] =>
  paths.filter((path) => seen[path] !== wished[path]);

interface Met {
  values: Values;
  version: number;
}

function useEdit(action: ActionDetail, done: () => void) {
  const t = useText();
  const [seen] = useState<Met>(() => ({ values: valuesOf(action), version: action.version }));
  const [met, setMet] = useState<Met>();
  const [update, isRunning] = useChange(PlanMoveByStageDocument);
  const form = useForm<Values>(seen.values, {
    ...{ title: t(texts.title), description: t(texts.description), stage: t(texts.stage) },
    ...{ startsOn: t(texts.startsOn), endsOn: t(texts.endsOn) },
  });
  const changed = changedOf(seen.values, form.values);
  const send = async (expectedVersion = seen.version) => {
    const fields = changed.map((path) => [path, form.values[path] || null]);
    const input = { id: action.id, expectedVersion, ...Object.fromEntries(fields) };
    const { fault } = await update({ input: input as typeof input & { stage?: ActionStage } });
    const isClash = fault?.code === "CONFLICT" && fault.current;
    setMet(
      isClash
        ? { values: valuesOf(fault.current ?? {}), version: Number(fault.current?.version) }
        : undefined,
    );
    if (!fault) done();
    return isClash ? undefined : fault;
  };
  return { form, send, isRunning, met, changed };
}

function Clash({
  edit,
  action,
  done,
}: {
  edit: ReturnType<typeof useEdit>;
  action: ActionDetail;
  done: () => void;
}) {
  const t = useText();
  const name = useMemberName();
  const { met, changed, form, send } = edit;
  if (!met) return null;
  const shown = (path: Path, value: string) =>
    path === "stage" ? name("ActionStage", value) : value;
  const rows = changed.map((path) => ({
    name: t(texts[path]),
    mine: shown(path, form.values[path]),
    theirs: shown(path, met.values[path]),
  }));
  return (
    <ConflictDialog
      title={action.title}
      rows={rows}
      keepTheirs={done}
      keepMine={() => void send(met.version).then(form.setFault)}
    />
  );
}

function EditForm({ action, done }: { action: ActionDetail; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const edit = useEdit(action, done);
  const { field, fault, onSubmit } = edit.form;
  const stages = membersOf("ActionStage").map((value) => ({
    ...{ value, label: name("ActionStage", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(() => edit.send())}>
      <FaultNote fault={fault} />
      <TextField {...field("title")} required />
      <TextField {...field("description")} rows={4} />
      <ChoiceField {...field("stage")} choices={stages} />
      <TextField {...field("startsOn")} type="date" />
      <TextField {...field("endsOn")} type="date" />
      <button type="submit" className="button main" disabled={edit.isRunning}>
        {t(texts.save)}
      </button>
      <Clash edit={edit} action={action} done={done} />
    </form>
  );
}

/** Changes an action: its status at once, its fields in a dialog. */
export function EditAction({ action }: { action: ActionDetail }) {
  const t = useText();
  return (
    <>
      <StatusChoice action={action} />
      <ModalDialog label={t(texts.edit)} title={t(texts.edit)}>
        {(close) => <EditForm action={action} done={close} />}
      </ModalDialog>
    </>
  );
}
