import { useState } from "react";
import { AssessmentBeginUniversitiesDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useAnswer } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { ChoiceField, faultAt } from "../../../parts/fields.js";
import { SearchChoice } from "../../../parts/search-choice.js";
import type { BeginAs, BeginDraft } from "./begin-draft.js";

const texts = {
  university: { id: "Perguruan tinggi", en: "University" },
  hint: { id: "Ketik sebagian namanya.", en: "Type a part of its name." },
};

/** What each part of the form is given. */
export interface BeginFields {
  draft: BeginDraft;
  change: (said: Partial<BeginDraft>) => void;
  fault: Fault | undefined;
}

function FoundUniversity({ change, fault }: BeginFields) {
  const t = useText();
  const [text, setText] = useState("");
  const { data, pending } = useAnswer(AssessmentBeginUniversitiesDocument, {
    name: text === "" ? null : { contains: text },
  });
  const items = (data?.organisations.nodes ?? []).map(({ id, name, region }) => ({
    ...{ id, name },
    ...(region ? { about: region.name } : {}),
  }));
  return (
    <SearchChoice
      label={t(texts.university)}
      hint={t(texts.hint)}
      {...{ items, pending }}
      search={setText}
      change={(item) => change({ universityId: item?.id ?? "" })}
      fault={faultAt(fault, "universityId")}
    />
  );
}

/** The university that assesses: one of the assessor's own, or any that a coordinator finds. */
export function UniversityField({ as, ...form }: BeginFields & { as: BeginAs }) {
  const t = useText();
  if (as.kind === "assign") return <FoundUniversity {...form} />;
  const { draft, change, fault } = form;
  return (
    <ChoiceField
      label={t(texts.university)}
      value={draft.universityId}
      change={(universityId) => change({ universityId })}
      choices={as.universities.map(({ id, name }) => ({ value: id, label: name }))}
      fault={faultAt(fault, "universityId")}
    />
  );
}
