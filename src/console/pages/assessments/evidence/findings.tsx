import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  AssessmentActionsDocument,
  AssessmentAddFindingDocument,
  type AssessmentFindingFragment,
  AssessmentRemoveFindingDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useAnswer, useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { newId } from "../../../parts/new-id.js";
import { useAtWork } from "../at-work.js";

const texts = {
  title: { id: "Temuan dan rekomendasi", en: "Findings and recommendations" },
  none: { id: "Belum ada temuan.", en: "No findings yet." },
  text: { id: "Temuan", en: "Finding" },
  recommendation: { id: "Rekomendasi", en: "Recommendation" },
  recommends: { id: "Rekomendasi: {text}", en: "Recommendation: {text}" },
  actions: { id: "Kegiatan yang dimaksud", en: "The actions that it concerns" },
  add: { id: "Tambah temuan", en: "Add the finding" },
  remove: { id: "Hapus temuan", en: "Remove the finding" },
};

function Finding({
  of: { id, version, text, recommendation, actions },
}: {
  of: AssessmentFindingFragment;
}) {
  const t = useText();
  const { rights, again } = useAtWork();
  const [run, running] = useChange(AssessmentRemoveFindingDocument);
  const [fault, setFault] = useState<Fault>();
  const remove = async () => {
    const outcome = await run({ input: { id, expectedVersion: version } });
    setFault(outcome.fault);
    if (!outcome.fault) again();
  };
  return (
    <li>
      <p>{text}</p>
      {recommendation ? (
        <p className="soft">{t(texts.recommends, { text: recommendation })}</p>
      ) : null}
      <div className="row small">
        {actions.map((action) => (
          <Link
            key={action.id}
            to="/plan/$id/action/$action"
            params={{ id: action.plan.id, action: action.id }}
          >
            {action.title}
          </Link>
        ))}
        {rights.answers ? (
          <button
            type="button"
            className="button quiet"
            disabled={running}
            onClick={() => void remove()}
          >
            {t(texts.remove)}
          </button>
        ) : null}
      </div>
      <FaultNote fault={fault} />
    </li>
  );
}

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

interface FindingDraft {
  id: string;
  text: string;
  recommendation: string;
  actionIds: string[];
}

const emptyFinding = (): FindingDraft => ({
  id: newId(),
  text: "",
  recommendation: "",
  actionIds: [],
});

function FindingForm() {
  const t = useText();
  const { assessment } = useAtWork();
  const [form, setForm] = useState(emptyFinding);
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(AssessmentAddFindingDocument);
  const add = async () => {
    const { recommendation, ...said } = form;
    const more = recommendation.trim() === "" ? {} : { recommendation };
    const outcome = await run({ input: { ...said, ...more, assessmentId: assessment.id } });
    setFault(outcome.fault);
    if (!outcome.fault) setForm(emptyFinding());
  };
  return (
    <form action={() => void add()} className="stack">
      <TextField
        label={t(texts.text)}
        rows={3}
        value={form.text}
        change={(text) => setForm({ ...form, text })}
        fault={faultAt(fault, "text")}
      />
      <TextField
        label={t(texts.recommendation)}
        rows={2}
        value={form.recommendation}
        change={(recommendation) => setForm({ ...form, recommendation })}
        fault={faultAt(fault, "recommendation")}
      />
      <ActionChoice
        chosen={form.actionIds}
        change={(actionIds) => setForm({ ...form, actionIds })}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button" disabled={running}>
          {t(texts.add)}
        </button>
      </div>
    </form>
  );
}

/** The findings of the assessment, with the actions that they concern. */
export function Findings() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  return (
    <Card title={t(texts.title)}>
      {assessment.findings.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      <ul className="plain stack">
        {assessment.findings.map((finding) => (
          <Finding key={finding.id} of={finding} />
        ))}
      </ul>
      {rights.answers ? <FindingForm /> : null}
    </Card>
  );
}
