import { useState } from "react";
import {
  AssessmentActionsDocument,
  AssessmentAddFindingDocument,
  AssessmentChangeFindingDocument,
  type AssessmentFindingFragment,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { type Outcome, useAnswer, useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { newId } from "../../../parts/new-id.js";
import { useAtWork } from "../at-work.js";

const texts = {
  text: { id: "Temuan", en: "Finding" },
  recommendation: { id: "Rekomendasi", en: "Recommendation" },
  actions: { id: "Kegiatan yang dimaksud", en: "The actions that it concerns" },
  add: { id: "Tambah temuan", en: "Add the finding" },
  save: { id: "Simpan", en: "Save" },
};

function ActionChoice({
  chosen,
  change,
}: {
  chosen: readonly string[];
  change: (ids: string[]) => void;
}) {
  const t = useText();
  const { assessment } = useAtWork();
  const { data } = useAnswer(
    AssessmentActionsDocument,
    { id: assessment.id },
    { pause: !assessment.plan },
  );
  const actions = data?.assessment?.plan?.actions.nodes ?? [];
  if (actions.length === 0) return null;
  const toggle = (id: string) =>
    change(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend>{t(texts.actions)}</legend>
      {actions.map(({ id, title }) => (
        <label key={id} className="row">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

/** What a finding says. */
interface Said {
  text: string;
  recommendation: string;
  actionIds: string[];
}

const nothing: Said = { text: "", recommendation: "", actionIds: [] };

/** The fields of a finding, and the button that sends it. */
function FindingFields({
  first,
  send,
  running,
  run,
}: {
  first: Said;
  send: string;
  running: boolean;
  run: (said: Said) => Promise<Outcome<unknown>>;
}) {
  const t = useText();
  const [said, setSaid] = useState(first);
  const [fault, setFault] = useState<Fault>();
  const submit = async () => setFault((await run(said)).fault);
  return (
    <form action={() => void submit()} className="stack">
      <TextField
        label={t(texts.text)}
        rows={3}
        value={said.text}
        change={(text) => setSaid({ ...said, text })}
        fault={faultAt(fault, "text")}
      />
      <TextField
        label={t(texts.recommendation)}
        rows={2}
        value={said.recommendation}
        change={(recommendation) => setSaid({ ...said, recommendation })}
        fault={faultAt(fault, "recommendation")}
      />
      <ActionChoice
        chosen={said.actionIds}
        change={(actionIds) => setSaid({ ...said, actionIds })}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button" disabled={running}>
          {send}
        </button>
      </div>
    </form>
  );
}

/** Adds a finding; the fields are empty again once the hub has it. */
export function AddFinding() {
  const t = useText();
  const { assessment } = useAtWork();
  const [id, setId] = useState(newId);
  const [run, running] = useChange(AssessmentAddFindingDocument);
  const add = async ({ recommendation, ...said }: Said) => {
    const more = recommendation.trim() === "" ? {} : { recommendation };
    const input = { ...said, ...more, id, assessmentId: assessment.id };
    const outcome = await run({ input });
    if (!outcome.fault) setId(newId());
    return outcome;
  };
  return <FindingFields key={id} first={nothing} send={t(texts.add)} running={running} run={add} />;
}

/** Changes a finding; the dialog closes when the hub has taken it. */
export function ChangeFinding({
  finding: { id, version, text, recommendation, actions },
  close,
}: {
  finding: AssessmentFindingFragment;
  close: () => void;
}) {
  const t = useText();
  const [run, running] = useChange(AssessmentChangeFindingDocument);
  const change = async (said: Said) => {
    const input = { ...said, id, expectedVersion: version };
    const recommendation = said.recommendation.trim() || null;
    const outcome = await run({ input: { ...input, recommendation } });
    if (!outcome.fault) close();
    return outcome;
  };
  const first = {
    ...{ text, recommendation: recommendation ?? "" },
    actionIds: actions.map((action) => action.id),
  };
  return <FindingFields first={first} send={t(texts.save)} running={running} run={change} />;
}
