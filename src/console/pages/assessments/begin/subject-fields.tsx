import { useState } from "react";
import {
  AssessmentBeginAreasDocument,
  AssessmentBeginPlansDocument,
  AssessmentBeginProgrammesDocument,
} from "../../../generated/graphql.js";
import { useAnswer } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { ChoiceField, faultAt } from "../../../parts/fields.js";
import { SearchChoice } from "../../../parts/search-choice.js";
import { type BeginAs, type BeginDraft, programmesOf } from "./begin-draft.js";
import type { BeginFields } from "./university-field.js";

const texts = {
  subject: { id: "Yang dinilai", en: "What is assessed" },
  kinds: {
    plan: { id: "Rencana aksi", en: "An action plan" },
    area: { id: "Kawasan", en: "An area" },
  },
  plan: { id: "Rencana aksi", en: "Action plan" },
  area: { id: "Kawasan", en: "Area" },
  programme: { id: "Program", en: "Programme" },
  own: { id: "Program kawasan itu", en: "The area's own programme" },
  programmeHint: {
    id: "Pemilik program ini menerima dan menerbitkan asesmen.",
    en: "The owner of this programme accepts and publishes the assessment.",
  },
  hint: { id: "Ketik sebagian namanya.", en: "Type a part of its name." },
};

type Fields = BeginFields & { as: BeginAs };

/** What is typed, as the condition on a name. */
const named = (text: string) => (text === "" ? null : { contains: text });

function PlanField({ as, change, fault }: Fields) {
  const t = useText();
  const [text, setText] = useState("");
  const programme = programmesOf(as);
  const { data, pending } = useAnswer(AssessmentBeginPlansDocument, {
    where: {
      ...(text === "" ? {} : { title: { contains: text } }),
      ...(programme ? { programme } : {}),
    },
  });
  const items = (data?.actionPlans.nodes ?? []).map(({ id, title, area, programme }) => ({
    ...{ id, name: title },
    about: area ? `${programme.title} · ${area.name}` : programme.title,
  }));
  return (
    <SearchChoice
      label={t(texts.plan)}
      hint={t(texts.hint)}
      {...{ items, pending }}
      search={setText}
      change={(item) => change({ planId: item?.id ?? "" })}
      fault={faultAt(fault, "planId")}
    />
  );
}

function ProgrammeField({ as, draft, change, fault }: Fields) {
  const t = useText();
  const { data } = useAnswer(AssessmentBeginProgrammesDocument, { where: programmesOf(as) });
  const programmes = (data?.programmes.nodes ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  return (
    <ChoiceField
      label={t(texts.programme)}
      hint={t(texts.programmeHint)}
      value={draft.programmeId}
      change={(programmeId) => change({ programmeId })}
      choices={[{ value: "", label: t(texts.own) }, ...programmes]}
      fault={faultAt(fault, "programmeId")}
    />
  );
}

function AreaField({ change, fault }: Fields) {
  const t = useText();
  const [text, setText] = useState("");
  const { data, pending } = useAnswer(AssessmentBeginAreasDocument, { name: named(text) });
  const items = (data?.areas.nodes ?? []).map(({ id, name, theme }) => ({
    ...{ id, name },
    ...(theme ? { about: theme } : {}),
  }));
  return (
    <SearchChoice
      label={t(texts.area)}
      hint={t(texts.hint)}
      {...{ items, pending }}
      search={setText}
      change={(item) => change({ areaId: item?.id ?? "" })}
      fault={faultAt(fault, "areaId")}
    />
  );
}

/** What is assessed: a plan, or an area with the programme that is responsible. */
export function SubjectFields(fields: Fields) {
  const t = useText();
  const { draft, change } = fields;
  const kinds = ["plan", "area"] as const;
  return (
    <>
      <ChoiceField
        label={t(texts.subject)}
        value={draft.subject}
        change={(value) => change({ subject: value as BeginDraft["subject"] })}
        choices={kinds.map((value) => ({ value, label: t(texts.kinds[value]) }))}
      />
      {draft.subject === "plan" ? (
        <PlanField {...fields} />
      ) : (
        <>
          <AreaField {...fields} />
          <ProgrammeField {...fields} />
        </>
      )}
    </>
  );
}
