import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  ActionCommitDocument,
  type ActionContributionFragment,
  ActionDeliverDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import { useMyOrganisations } from "../../session/use-memberships.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { Pledge } from "./pledge.js";
import { RecordPayment } from "./record-payment.js";

const texts = {
  contributions: { id: "Kontribusi", en: "Contributions" },
  empty: { id: "Belum ada kontribusi.", en: "No contributions yet." },
  commit: { id: "Sanggupi", en: "Commit" },
  deliver: { id: "Serahkan", en: "Deliver" },
  paid: { id: "Dibayar {paid} dari {amount}", en: "Paid {paid} of {amount}" },
  payments: { id: "Pembayaran", en: "Payments" },
  reversed: { id: "dibatalkan", en: "reversed" },
};

type Contribution = ActionContributionFragment;

function Payments({ contribution }: { contribution: Contribution }) {
  const t = useText();
  const { money } = useFormats();
  const { nodes } = contribution.payments;
  if (nodes.length === 0) return null;
  return (
    <ul className="small" aria-label={t(texts.payments)}>
      {nodes.map(({ id, amount, paidOn, note, isReversed }) => (
        <li key={id}>
          {isReversed ? <del>{money(amount)}</del> : money(amount)} · <Day on={paidOn} />
          {note ? ` · ${note}` : null}
          {isReversed ? ` (${t(texts.reversed)})` : null}
        </li>
      ))}
    </ul>
  );
}

/** The next step of a contribution, and a payment, for members of its giver. */
function Steps({ contribution }: { contribution: Contribution }) {
  const t = useText();
  const [commit, isCommitting] = useChange(ActionCommitDocument);
  const [deliver, isDelivering] = useChange(ActionDeliverDocument);
  const [fault, setFault] = useState<Fault>();
  const { id, version, contributionStatus: status, amount } = contribution;
  const input = { id, expectedVersion: version };
  const step = status === "PLEDGED" ? commit : deliver;
  const isOpen = status === "PLEDGED" || status === "COMMITTED";
  return (
    <>
      <FaultNote fault={fault} />
      <div className="row">
        {isOpen ? (
          <button
            type="button"
            className="button"
            disabled={isCommitting || isDelivering}
            onClick={() => void step({ input }).then((outcome) => setFault(outcome.fault))}
          >
            {t(status === "PLEDGED" ? texts.commit : texts.deliver)}
          </button>
        ) : null}
        {amount && status !== "WITHDRAWN" ? <RecordPayment contributionId={id} /> : null}
      </div>
    </>
  );
}

function ContributionItem({ contribution }: { contribution: Contribution }) {
  const t = useText();
  const name = useMemberName();
  const { money, number } = useFormats();
  const mine = useMyOrganisations();
  const { organisation, kind, amount, paid, quantity, unit, note } = contribution;
  return (
    <li className={styles.item}>
      <div className="row spread">
        <span>
          <strong>{name("ContributionKind", kind)}</strong>{" "}
          <Link to="/organisation/$key" params={{ key: organisation.key }}>
            {organisation.name}
          </Link>
        </span>
        <Status of="ContributionStatus" member={contribution.contributionStatus} />
      </div>
      {amount ? <p>{t(texts.paid, { paid: money(paid), amount: money(amount) })}</p> : null}
      {quantity === null ? null : (
        <p>
          {number(quantity)} {unit}
        </p>
      )}
      {note ? <p className="soft">{note}</p> : null}
      <Payments contribution={contribution} />
      {mine.some(({ id }) => id === organisation.id) ? <Steps contribution={contribution} /> : null}
    </li>
  );
}

/** Who gives what to an action, what is paid, and the form to give. */
export function ActionContributions({ action: { id, contributions } }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  const pledge = email === null ? null : <Pledge actionId={id} />;
  return (
    <Card title={t(texts.contributions)} actions={pledge}>
      {contributions.nodes.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <ul className={`plain ${styles.items}`}>
        {contributions.nodes.map((contribution) => (
          <ContributionItem key={contribution.id} contribution={contribution} />
        ))}
      </ul>
    </Card>
  );
}
