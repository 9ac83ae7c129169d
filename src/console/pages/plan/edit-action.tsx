import { type ActionStage, PlanMoveByStageDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { EditClash, useEdit } from "../../parts/use-edit.js";
import type { ActionDetail } from "./action-detail.js";
import { StatusChoice } from "./status-choice.js";

const texts = {
  edit: { id: "Ubah kegiatan", en: "Edit the action" },
  title: { id: "Nama kegiatan", en: "Title" },
  description: { id: "Uraian", en: "Description" },
  stage: { id: "Tahap", en: "Stage" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Tenggat", en: "Ends on" },
  save: { id: "Simpan", en: "Save" },
};

type Path = "title" | "description" | "stage" | "startsOn" | "endsOn";
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

/** The form of the action's fields; nothing that is empty stays as an empty text. */
function useActionEdit(action: ActionDetail, done: () => void) {
  const t = useText();
  const [update, isRunning] = useChange(PlanMoveByStageDocument);
  const edit = useEdit<Values>({
    ...{ first: valuesOf(action), version: action.version, currentOf: valuesOf, done },
    labels: {
      ...{ title: t(texts.title), description: t(texts.description), stage: t(texts.stage) },
      ...{ startsOn: t(texts.startsOn), endsOn: t(texts.endsOn) },
    },
    run: (changed, expectedVersion) => {
      const fields = Object.entries(changed).map(([path, value]) => [path, value || null]);
      const input = { id: action.id, expectedVersion, ...Object.fromEntries(fields) };
      return update({ input: input as typeof input & { stage?: ActionStage } });
    },
  });
  return [edit, isRunning] as const;
}

function EditForm({ action, done }: { action: ActionDetail; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const [edit, isRunning] = useActionEdit(action, done);
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
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        edit={edit}
        id={action.id}
        title={action.title}
        shown={(path, value) => (path === "stage" ? name("ActionStage", value) : value)}
        done={done}
      />
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
