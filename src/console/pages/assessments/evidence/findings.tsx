import { Link } from "@tanstack/react-router";
import {
  type AssessmentFindingFragment,
  AssessmentRemoveFindingDocument,
} from "../../../generated/graphql.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { useAtWork } from "../at-work.js";
import { AddFinding, ChangeFinding } from "./finding-form.js";
import { FindingSteps } from "./finding-steps.js";

const texts = {
  title: { id: "Temuan dan rekomendasi", en: "Findings and recommendations" },
  none: { id: "Belum ada temuan.", en: "No findings yet." },
  recommends: { id: "Rekomendasi: {text}", en: "Recommendation: {text}" },
  changeTitle: { id: "Ubah temuan", en: "Change the finding" },
  remove: { id: "Hapus temuan", en: "Remove the finding" },
};

function Finding({ of }: { of: AssessmentFindingFragment }) {
  const t = useText();
  const { text, recommendation, actions } = of;
  return (
    <li>
      <p>{text}</p>
      {recommendation ? (
        <p className="soft">{t(texts.recommends, { text: recommendation })}</p>
      ) : null}
      <FindingSteps
        finding={of}
        removal={AssessmentRemoveFindingDocument}
        words={{ changeTitle: t(texts.changeTitle), remove: t(texts.remove) }}
        form={(close) => <ChangeFinding finding={of} close={close} />}
        className="row small"
      >
        {actions.map((action) => (
          <Link
            key={action.id}
            to="/plan/$id/action/$action"
            params={{ id: action.plan.id, action: action.id }}
          >
            {action.title}
          </Link>
        ))}
      </FindingSteps>
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
