import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  NewPlanAreasDocument,
  NewPlanDocument,
  ProgrammeChoicesDocument,
  type Visibility,
} from "../../generated/graphql.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";
import { type MyOrganisation, useMemberships, withRole } from "../../session/use-memberships.js";

const texts = {
  create: { id: "Buat rencana aksi", en: "Create an action plan" },
  about: {
    id: "Dalam program lembaga Anda sendiri rencana dibuat sebagai rancangan; dalam program lain rencana diajukan kepada pemiliknya.",
    en: "In a programme of your own organisation the plan is a draft; in another's it is proposed to the owner.",
  },
  title: { id: "Nama rencana", en: "Title" },
  programme: { id: "Program", en: "Programme" },
  lead: { id: "Penanggung jawab", en: "Lead" },
  area: { id: "Kawasan", en: "Area" },
  nationwide: { id: "Seluruh Indonesia", en: "Nationwide" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Berakhir", en: "Ends on" },
  summary: { id: "Tujuan", en: "Aims" },
  visibility: { id: "Siapa yang dapat melihat", en: "Who may see it" },
};

const empty = { title: "", programmeId: "", areaId: "", startsOn: "", endsOn: "", summary: "" };

function useCreation(leads: readonly MyOrganisation[]) {
  const t = useText();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [create, isRunning] = useChange(NewPlanDocument);
  const form = useForm(
    { ...empty, leadId: leads[0]?.id ?? "", visibility: "PARTICIPANTS" },
    {
      ...{ title: t(texts.title), programmeId: t(texts.programme), leadId: t(texts.lead) },
      ...{ areaId: t(texts.area), startsOn: t(texts.startsOn), endsOn: t(texts.endsOn) },
      ...{ summary: t(texts.summary), visibility: t(texts.visibility) },
    },
  );
  const send = async () => {
    const { areaId, endsOn, summary, visibility, ...others } = form.values;
    const given = { areaId: areaId || null, endsOn: endsOn || null, summary: summary || null };
    const seen = { visibility: visibility as Visibility };
    const { data, fault } = await create({ input: { id, ...others, ...given, ...seen } });
    const plan = data?.createActionPlan.actionPlan;
    if (plan) void navigate({ to: "/plan/$id", params: { id: plan.id } });
    return fault;
  };
  return { form, send, isRunning };
}

const choicesOf = (rows: readonly { id: string; title: string }[], first: string) => [
  { value: "", label: first },
  ...rows.map(({ id: value, title: label }) => ({ value, label })),
];

function CreateForm({ leads }: { leads: readonly MyOrganisation[] }) {
  const t = useText();
  const name = useMemberName();
  const { form, send, isRunning } = useCreation(leads);
  const { field, fault, onSubmit } = form;
  const programmes = useAnswer(ProgrammeChoicesDocument, {}).data?.programmes.nodes ?? [];
  const areas = useAnswer(NewPlanAreasDocument, {}).data?.areas.nodes ?? [];
  const named = areas.map(({ id, name: title }) => ({ id, title }));
  const visibilities = membersOf("Visibility").map((value) => ({
    ...{ value, label: name("Visibility", value) },
  }));
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <p>{t(texts.about)}</p>
      <TextField {...field("title")} required />
      <ChoiceField {...field("programmeId")} choices={choicesOf(programmes, "–")} />
      <ChoiceField
        {...field("leadId")}
        choices={leads.map(({ id: value, name: label }) => ({ value, label }))}
      />
      <ChoiceField {...field("areaId")} choices={choicesOf(named, t(texts.nationwide))} />
      <TextField {...field("startsOn")} type="date" required />
      <TextField {...field("endsOn")} type="date" />
      <TextField {...field("summary")} rows={3} />
      <ChoiceField {...field("visibility")} choices={visibilities} />
      <FaultNote fault={fault} />
      <button
        type="submit"
        className="button main"
        disabled={isRunning || form.values.programmeId === ""}
      >
        {t(texts.create)}
      </button>
    </form>
  );
}

/** The dialog in which a coordinator creates a plan that their organisation leads. */
export function NewPlan() {
  const t = useText();
  const leads = withRole(useMemberships() ?? [], "COORDINATOR", "ADMIN").map(
    ({ organisation }) => organisation,
  );
  if (leads.length === 0) return null;
  return (
    <ModalDialog label={t(texts.create)} title={t(texts.create)}>
      {() => <CreateForm leads={leads} />}
    </ModalDialog>
  );
}
