import { useState } from "react";
import { type ActionStage, PlanAddActionDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";

const texts = {
  add: { id: "Tambah kegiatan", en: "Add an action" },
  title: { id: "Nama kegiatan", en: "Title" },
  stage: { id: "Tahap", en: "Stage" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Tenggat", en: "Ends on" },
  save: { id: "Simpan", en: "Save" },
};

function AddForm({ planId, done }: { planId: string; done: () => void }) {
  const t = useText();
  const name = useMemberName();
  const stages = membersOf("ActionStage");
  const [id] = useState(newId);
  const [add, isRunning] = useChange(PlanAddActionDocument);
  const { values, fault, field, onSubmit } = useForm(
    { title: "", stage: stages[0] ?? "", startsOn: "", endsOn: "" },
    {
      ...{ title: t(texts.title), stage: t(texts.stage) },
      ...{ startsOn: t(texts.startsOn), endsOn: t(texts.endsOn) },
    },
  );
  const send = async () => {
    const { title, stage, startsOn, endsOn } = values;
    const dates = { startsOn: startsOn || null, endsOn: endsOn || null };
    const input = { id, planId, title, stage: stage as ActionStage, ...dates };
    const outcome = await add({ input });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  const choices = stages.map((value) => ({ value, label: name("ActionStage", value) }));
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <FaultNote fault={fault} />
      <TextField {...field("title")} required />
      <ChoiceField {...field("stage")} choices={choices} />
      <TextField {...field("startsOn")} type="date" />
      <TextField {...field("endsOn")} type="date" />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
    </form>
  );
}

/** Adds an action to a plan, in a dialog. */
export function AddAction({ planId }: { planId: string }) {
  const t = useText();
  return (
    <ModalDialog label={`+ ${t(texts.add)}`} title={t(texts.add)}>
      {(close) => <AddForm planId={planId} done={close} />}
    </ModalDialog>
  );
}
