import { Link } from "@tanstack/react-router";
import { RoomRemoveAdoptionDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Fact } from "../../parts/fact.js";
import { Day, Moment } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import { StepDialog } from "../../parts/step.js";
import styles from "./outcome-card.module.css";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";

const texts = {
  responsible: { id: "Penanggung jawab", en: "Responsible" },
  due: { id: "Tenggat", en: "Due" },
  proposedBy: { id: "Pengusul", en: "Proposed by" },
  decided: { id: "Cara keputusan", en: "Decided by" },
  reason: { id: "Alasan", en: "Reason" },
  unset: { id: "belum ditentukan", en: "not set" },
  actions: { id: "Kegiatan yang menindaklanjuti", en: "Actions that follow it up" },
  unlink: { id: "Lepaskan", en: "Unlink" },
  unlinkOf: { id: "Lepaskan kegiatan {title}", en: "Unlink the action {title}" },
  aboutUnlinking: {
    id: "Hubungan antara hasil dan kegiatan ini dihapus; kegiatannya tetap ada.",
    en: "The link between the outcome and the action is removed; the action stays.",
  },
};

function DecisionFact({ outcome: { decision, decidedAt } }: { outcome: Outcome }) {
  const t = useText();
  const name = useMemberName();
  if (!decision) return null;
  return (
    <Fact name={t(texts.decided)}>
      {name("DecisionMethod", decision.method)}
      {decidedAt ? (
        <>
          {" · "}
          <Moment at={decidedAt} exact />
        </>
      ) : null}
    </Fact>
  );
}

/** Who is responsible for an outcome and until when, who proposed it, and how it was decided. */
export function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { responsible, dueOn, proposedBy, reason } = outcome;
  return (
    <dl className={styles.facts}>
      <Fact name={t(texts.responsible)}>
        {responsible.length > 0 ? responsible.map(({ name }) => name).join("; ") : t(texts.unset)}
      </Fact>
      <Fact name={t(texts.due)}>{dueOn ? <Day on={dueOn} /> : t(texts.unset)}</Fact>
      {proposedBy ? (
        <Fact name={t(texts.proposedBy)}>
          <Link to="/organisation/$key" params={{ key: proposedBy.key }}>
            {proposedBy.name}
          </Link>
        </Fact>
      ) : null}
      <DecisionFact outcome={outcome} />
      {reason ? <Fact name={t(texts.reason)}>{reason}</Fact> : null}
    </dl>
  );
}

/** The step that takes a link back which was made by mistake. */
function Unlink({ adoption }: { adoption: Outcome["adoptions"][number] }) {
  const t = useText();
  const { again } = useRoom();
  const [remove] = useChange(RoomRemoveAdoptionDocument);
  const { id, version, action } = adoption;
  return (
    <StepDialog
      {...{ id, version, title: action.title, look: "button quiet", leave: again }}
      label={t(texts.unlink)}
      name={t(texts.unlinkOf, { title: action.title })}
      about={t(texts.aboutUnlinking)}
      rows={() => [{ name: t(texts.actions), mine: t(texts.unlink), theirs: action.title }]}
      run={(expectedVersion) => remove({ input: { id, expectedVersion } })}
    />
  );
}

/** The actions that an agreed outcome became. */
export function OutcomeActions({ outcome: { adoptions } }: { outcome: Outcome }) {
  const t = useText();
  const { coordinated } = useRoom();
  if (adoptions.length === 0) return null;
  return (
    <div>
      <h4>{t(texts.actions)}</h4>
      <ul className="plain">
        {adoptions.map((adoption) => (
          <li key={adoption.id} className="row">
            <Link
              to="/plan/$id/action/$action"
              params={{ id: adoption.action.plan.id, action: adoption.action.id }}
            >
              {adoption.action.title}
            </Link>
            <Status of="ActionStatus" member={adoption.action.status} />
            {coordinated.length > 0 ? <Unlink adoption={adoption} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
