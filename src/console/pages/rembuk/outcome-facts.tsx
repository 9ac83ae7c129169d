import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Fact } from "../../parts/fact.js";
import { Day, Moment } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./outcome-card.module.css";
import type { Outcome } from "./room-model.js";

const texts = {
  responsible: { id: "Penanggung jawab", en: "Responsible" },
  due: { id: "Tenggat", en: "Due" },
  proposedBy: { id: "Pengusul", en: "Proposed by" },
  decided: { id: "Cara keputusan", en: "Decided by" },
  reason: { id: "Alasan", en: "Reason" },
  unset: { id: "belum ditentukan", en: "not set" },
  actions: { id: "Kegiatan yang menindaklanjuti", en: "Actions that follow it up" },
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

/** The actions that an agreed outcome became. */
export function OutcomeActions({ outcome: { actions } }: { outcome: Outcome }) {
  const t = useText();
  if (actions.length === 0) return null;
  return (
    <div>
      <h4>{t(texts.actions)}</h4>
      <ul className="plain">
        {actions.map(({ id, title, status, plan }) => (
          <li key={id} className="row">
            <Link to="/plan/$id/action/$action" params={{ id: plan.id, action: id }}>
              {title}
            </Link>
            <Status of="ActionStatus" member={status} />
          </li>
        ))}
      </ul>
    </div>
  );
}
