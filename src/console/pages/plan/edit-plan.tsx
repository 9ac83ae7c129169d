import { PlanUpdateDocument, type UpdateActionPlanInput } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { EditClash, orNull, useEdit } from "../../parts/use-edit.js";
import type { ShownPlan } from "./shown-plan.js";

const texts = {
  edit: { id: "Ubah rencana", en: "Edit the plan" },
  title: { id: "Nama rencana", en: "Title" },
  summary: { id: "Tujuan", en: "Aims" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Berakhir", en: "Ends on" },
  visibility: { id: "Siapa yang dapat melihat", en: "Who may see it" },
  save: { id: "Simpan", en: "Save" },
};

function usePlanEdit(plan: ShownPlan, done: () => void) {
  const t = useText();
  const [update, isRunning] = useChange(PlanUpdateDocument);
  const { id, version, title, summary, startsOn, endsOn, visibility } = plan;
  const edit = useEdit({
    ...{ version, done },
    first: {
      ...{ title, summary: summary ?? "", startsOn, endsOn: endsOn ?? "" },
      visibility: visibility as string,
    },
    labels: {
      ...{ title: t(texts.title), summary: t(texts.summary), startsOn: t(texts.startsOn) },
      ...{ endsOn: t(texts.endsOn), visibility: t(texts.visibility) },
    },
    run: (changed, expectedVersion) =>
      update({ input: { id, expectedVersion, ...orNull(changed) } as UpdateActionPlanInput }),
  });
  return { edit, isRunning };
}

function EditForm({ plan, done }: { plan: ShownPlan; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const { edit, isRunning } = usePlanEdit(plan, done);
  const { field, fault, onSubmit } = edit.form;
  const visibilities = membersOf("Visibility").map((value) => ({
    ...{ value, label: name("Visibility", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(() => edit.send())}>
      <TextField {...field("title")} required />
      <TextField {...field("summary")} rows={3} />
      <TextField {...field("startsOn")} type="date" required />
      <TextField {...field("endsOn")} type="date" />
      <ChoiceField {...field("visibility")} choices={visibilities} />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        edit={edit}
        id={plan.id}
        title={plan.title}
        shown={(path, value) => (path === "visibility" ? name("Visibility", value) : value)}
        done={done}
      />
    </form>
  );
}

/** The dialog in which a plan's coordinator changes its title, aims, period and audience. */
export function EditPlan({ plan }: { plan: ShownPlan }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.edit)} title={t(texts.edit)}>
      {(close) => <EditForm plan={plan} done={close} />}
    </ModalDialog>
  );
}
