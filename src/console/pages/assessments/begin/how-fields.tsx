import {
  AssessmentBeginInstrumentsDocument,
  type AssessmentRound,
} from "../../../generated/graphql.js";
import { useAnswer } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { ChoiceField, faultAt, TextField } from "../../../parts/fields.js";
import type { BeginFields } from "./university-field.js";

const texts = {
  instrument: { id: "Kuesioner", en: "Questionnaire" },
  choose: { id: "Pilih…", en: "Choose…" },
  edition: { id: "{title}, edisi {edition}", en: "{title}, edition {edition}" },
  round: { id: "Putaran", en: "Round" },
  due: { id: "Tenggat", en: "Due on" },
};

/** With which questionnaire, in which round, and until when it is assessed. */
export function HowFields({ draft, change, fault }: BeginFields) {
  const t = useText();
  const name = useMemberName();
  const { data } = useAnswer(AssessmentBeginInstrumentsDocument, {});
  const instruments = (data?.instruments.nodes ?? []).map(({ id, title, edition }) => ({
    value: id,
    label: t(texts.edition, { title, edition }),
  }));
  return (
    <>
      <ChoiceField
        label={t(texts.instrument)}
        value={draft.instrumentId}
        change={(instrumentId) => change({ instrumentId })}
        choices={[{ value: "", label: t(texts.choose) }, ...instruments]}
        fault={faultAt(fault, "instrumentId")}
      />
      <ChoiceField
        label={t(texts.round)}
        value={draft.round}
        change={(round) => change({ round: round as AssessmentRound })}
        choices={membersOf("AssessmentRound").map((value) => ({
          value,
          label: name("AssessmentRound", value),
        }))}
        fault={faultAt(fault, "round")}
      />
      <TextField
        label={t(texts.due)}
        type="date"
        value={draft.dueOn}
        change={(dueOn) => change({ dueOn })}
        fault={faultAt(fault, "dueOn")}
      />
    </>
  );
}
