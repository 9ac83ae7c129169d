import { useState } from "react";
import {
  type ActionStage,
  RoomAdoptActionsDocument,
  RoomAdoptDocument,
  RoomAdoptPlansDocument,
} from "../../generated/graphql.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";

const texts = {
  adopt: { id: "Jadikan kegiatan", en: "Make it an action" },
  about: {
    id: "Hasil ini menjadi kegiatan sebuah rencana aksi, atau dihubungkan dengan kegiatan yang sudah ada.",
    en: "The outcome becomes an action of a plan, or is linked with an action that is there.",
  },
  none: {
    id: "Lembaga Anda belum ikut dalam rencana aksi yang terbuka.",
    en: "Your organisations take part in no open plan.",
  },
  plan: { id: "Rencana aksi", en: "Action plan" },
  actionId: { id: "Kegiatan", en: "Action" },
  fresh: { id: "Kegiatan baru", en: "A new action" },
  title: { id: "Nama kegiatan baru", en: "Title of the new action" },
  stage: { id: "Tahap", en: "Stage" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Tenggat", en: "Ends on" },
};

/** The longest title of an action. */
const titleLength = 300;

function useAdopt(outcome: Outcome, done: () => void) {
  const t = useText();
  const [id] = useState(newId);
  const [actionId] = useState(newId);
  const [adopt, isRunning] = useChange(RoomAdoptDocument);
  const first = { plan: "", actionId: "", title: (outcome.text ?? "").slice(0, titleLength) };
  const dates = { startsOn: "", endsOn: outcome.dueOn ?? "" };
  const stage = membersOf("ActionStage")[0] ?? "";
  const form = useForm(
    { ...first, stage, ...dates },
    {
      ...{ plan: t(texts.plan), actionId: t(texts.actionId), title: t(texts.title) },
      ...{ stage: t(texts.stage), startsOn: t(texts.startsOn), endsOn: t(texts.endsOn) },
    },
  );
  const send = async () => {
    const { plan: planId, actionId: existing, title, startsOn, endsOn } = form.values;
    const made = {
      ...{ id: actionId, planId, title, stage: form.values.stage as ActionStage },
      ...{ startsOn: startsOn || null, endsOn: endsOn || null },
    };
    const action = existing ? { actionId: existing } : { action: made };
    const { fault } = await adopt({ input: { id, outcomeId: outcome.id, ...action } });
    if (!fault) done();
    return fault;
  };
  return { form, send, isRunning };
}

/** The fields of the action that is made. */
function NewAction({ form }: { form: ReturnType<typeof useAdopt>["form"] }) {
  const name = useMemberName();
  const { field, fault } = form;
  const made = (path: "title" | "stage" | "startsOn" | "endsOn") => ({
    ...field(path),
    fault: faultAt(fault, `action.${path}`),
  });
  const stages = membersOf("ActionStage").map((value) => ({
    ...{ value, label: name("ActionStage", value) },
  }));
  return (
    <>
      <TextField {...made("title")} rows={2} required />
      <ChoiceField {...made("stage")} choices={stages} />
      <TextField {...made("startsOn")} type="date" />
      <TextField {...made("endsOn")} type="date" />
    </>
  );
}

function AdoptForm({ outcome, done }: { outcome: Outcome; done: () => void }) {
  const t = useText();
  const { coordinated } = useRoom();
  const { form, send, isRunning } = useAdopt(outcome, done);
  const { field, values, fault, onSubmit } = form;
  const mine = coordinated.map(({ key }) => key);
  const plans = useAnswer(RoomAdoptPlansDocument, { mine }).data?.actionPlans;
  const { data } = useAnswer(
    RoomAdoptActionsDocument,
    { plan: values.plan },
    { pause: values.plan === "" },
  );
  const actions = (values.plan && data?.actionPlan?.actions.nodes) || [];
  const choicesOf = (rows: readonly { id: string; title: string }[], first: string) => [
    { value: "", label: first },
    ...rows.map(({ id: value, title: label }) => ({ value, label })),
  ];
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <p>{t(texts.about)}</p>
      {plans?.totalCount === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      <ChoiceField {...field("plan")} choices={choicesOf(plans?.nodes ?? [], "–")} />
      {values.plan ? (
        <ChoiceField {...field("actionId")} choices={choicesOf(actions, t(texts.fresh))} />
      ) : null}
      {values.plan && values.actionId === "" ? <NewAction form={form} /> : null}
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning || values.plan === ""}>
        {t(texts.adopt)}
      </button>
    </form>
  );
}

const agreed = new Set<string>(["AGREED", "FOLLOWED_UP", "FULFILLED"]);

/** The dialog in which a coordinator makes an action of a plan out of an agreed outcome. */
export function AdoptDialog({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { coordinated } = useRoom();
  if (!agreed.has(outcome.status) || coordinated.length === 0) return null;
  return (
    <div className="no-print">
      <ModalDialog label={t(texts.adopt)} title={t(texts.adopt)}>
        {(close) => <AdoptForm outcome={outcome} done={close} />}
      </ModalDialog>
    </div>
  );
}
