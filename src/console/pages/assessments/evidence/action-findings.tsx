import { Link } from "@tanstack/react-router";
import {
  type AssessmentActionFindingFragment,
  AssessmentRemoveActionFindingDocument,
} from "../../../generated/graphql.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { Moment } from "../../../parts/moment.js";
import { Status } from "../../../parts/status.js";
import { useAtWork } from "../at-work.js";
import { ActionFindingForm, ChangeActionFinding } from "./action-finding-form.js";
import { FindingSteps } from "./finding-steps.js";

const texts = {
  title: { id: "Sejauh mana kegiatan dilaksanakan", en: "How far actions were carried out" },
  about: {
    id: "Setelah terbit, temuan ini berdiri di samping laporan penanggung jawab kegiatan.",
    en: "Once published, these findings stand beside what the action's lead reports.",
  },
  none: { id: "Belum ada kegiatan yang dinilai.", en: "No action has been assessed yet." },
  reported: { id: "Laporan: {share} %", en: "Reported: {share} %" },
  reply: { id: "Tanggapan {organisation}:", en: "Reply of {organisation}:" },
  changeTitle: { id: "Ubah temuan atas kegiatan", en: "Change the finding on an action" },
  remove: { id: "Hapus", en: "Remove" },
};

function Replies({ replies }: Pick<AssessmentActionFindingFragment, "replies">) {
  const t = useText();
  if (replies.length === 0) return null;
  return (
    <ul className="plain small">
      {replies.map(({ id, text, organisation, createdAt }) => (
        <li key={id}>
          <span className="soft">{t(texts.reply, { organisation: organisation.name })}</span> {text}{" "}
          <span className="soft">
            <Moment at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ActionFinding({ of }: { of: AssessmentActionFindingFragment }) {
  const t = useText();
  const { number } = useFormats();
  const { rights } = useAtWork();
  const { action, plan, completion, note, replies } = of;
  return (
    <li>
      <div className="row">
        <Link to="/plan/$id/action/$action" params={{ id: plan.id, action: action.id }}>
          {action.title}
        </Link>
        <Status of="Completion" member={completion} />
        <span className="soft small">
          {t(texts.reported, { share: number(action.progress ?? 0) })}
        </span>
      </div>
      {note ? <p>{note}</p> : null}
      <Replies replies={replies} />
      {rights.answers ? (
        <FindingSteps
          finding={of}
          removal={AssessmentRemoveActionFindingDocument}
          words={{ changeTitle: t(texts.changeTitle), remove: t(texts.remove) }}
          form={(close) => <ChangeActionFinding finding={of} close={close} />}
          className="row"
        />
      ) : null}
    </li>
  );
}

/** What the university found of actions, with the replies of their leads; assessors add and change them. */
export function ActionFindings() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  const { actionFindings } = assessment;
  return (
    <Card title={t(texts.title)}>
      <p className="small soft">{t(texts.about)}</p>
      {actionFindings.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      <ul className="plain stack">
        {actionFindings.map((finding) => (
          <ActionFinding key={finding.id} of={finding} />
        ))}
      </ul>
      {rights.answers ? <ActionFindingForm key={actionFindings.length} /> : null}
    </Card>
  );
}
