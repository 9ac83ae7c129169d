import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  type AssessmentFindingFragment,
  AssessmentRemoveFindingDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { useAtWork } from "../at-work.js";
import { AddFinding, ChangeFinding } from "./finding-form.js";

const texts = {
  title: { id: "Temuan dan rekomendasi", en: "Findings and recommendations" },
  none: { id: "Belum ada temuan.", en: "No findings yet." },
  recommends: { id: "Rekomendasi: {text}", en: "Recommendation: {text}" },
  change: { id: "Ubah…", en: "Change…" },
  changeTitle: { id: "Ubah temuan", en: "Change the finding" },
  remove: { id: "Hapus temuan", en: "Remove the finding" },
};

function Finding({ of }: { of: AssessmentFindingFragment }) {
  const t = useText();
  const { id, version, text, recommendation, actions } = of;
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
          <>
            <ModalDialog look="button quiet" label={t(texts.change)} title={t(texts.changeTitle)}>
              {(close) => <ChangeFinding finding={of} close={close} />}
            </ModalDialog>
            <button
              type="button"
              className="button quiet"
              disabled={running}
              onClick={() => void remove()}
            >
              {t(texts.remove)}
            </button>
          </>
        ) : null}
      </div>
      <FaultNote fault={fault} />
    </li>
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
      {rights.answers ? <AddFinding /> : null}
    </Card>
  );
}
