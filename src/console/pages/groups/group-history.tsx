import { Link } from "@tanstack/react-router";
import { type Text, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { Moment } from "../../parts/moment.js";
import type { Group } from "./journey.js";

const texts = {
  title: { id: "Riwayat", en: "History" },
  whole: { id: "Semua perubahan", en: "All changes" },
};

/** What was done, by the operation. */
const words: Readonly<Record<string, Text>> = {
  registerEnterpriseGroup: { id: "Didaftarkan", en: "Registered" },
  updateEnterpriseGroup: { id: "Data diperbarui", en: "Record changed" },
  advanceEnterpriseGroup: { id: "Maju ke tahap {step}", en: "Went on to the step {step}" },
  returnEnterpriseGroup: { id: "Kembali ke tahap {step}", en: "Went back to the step {step}" },
};

type GroupChange = Group["history"]["nodes"][number];

function ChangeWords({ change: { operation, kind, fields } }: { change: GroupChange }) {
  const t = useText();
  const name = useMemberName();
  const said = words[operation];
  const step = fields.find((field) => field.name === "journey")?.after;
  if (!said) return name("ChangeKind", kind);
  return t(said, { step: typeof step === "string" ? name("EnterpriseJourney", step) : "" });
}

/** The changes of a group, the newest first. */
export function GroupHistory({ group }: { group: Group }) {
  const t = useText();
  return (
    <Card
      title={t(texts.title)}
      actions={
        <Link to="/node/$id" params={{ id: group.id }}>
          {t(texts.whole)}
        </Link>
      }
    >
      <ol className="plain stack">
        {group.history.nodes.toReversed().map((change) => (
          <li key={change.position}>
            <p>
              <ChangeWords change={change} />
            </p>
            <p className="soft small">
              <Moment at={change.at} exact />
              {change.organisation ? ` · ${change.organisation.name}` : null}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
