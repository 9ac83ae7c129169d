import { Link } from "@tanstack/react-router";
import {
  type ActionContributionFragment,
  ActionFurtherContributionsDocument,
} from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { useMoreRows } from "../../parts/further-pages.js";
import { Status } from "../../parts/status.js";
import { useMemberships, withRole } from "../../session/use-memberships.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { FundingItem } from "./money/funding-item.js";
import { GiverSteps } from "./money/giver-steps.js";
import { Payments } from "./money/payments.js";
import { Pledge } from "./money/pledge.js";
import flowStyles from "./money-flow.module.css";

const texts = {
  contributions: { id: "Kontribusi", en: "Contributions" },
  empty: { id: "Belum ada kontribusi.", en: "No contributions yet." },
  paid: { id: "Dibayar {paid} dari {amount}", en: "Paid {paid} of {amount}" },
  corrected: { id: "Dikoreksi: {reason}", en: "Corrected: {reason}" },
  moreLinks: {
    id: "{count} lagi di aliran dana rencana ini",
    en: "{count} more in the money flow of this plan",
  },
  links: { id: "Dana yang diteruskan", en: "Money passed on" },
};

type Contribution = ActionContributionFragment;

/** What the contribution is: its measure, its remark and the reason of its correction. */
function Measure({ contribution }: { contribution: Contribution }) {
  const t = useText();
  const { money, number } = useFormats();
  const { amount, paid, quantity, unit, note, correctionReason } = contribution;
  return (
    <>
      {amount ? <p>{t(texts.paid, { paid: money(paid), amount: money(amount) })}</p> : null}
      {quantity === null ? null : (
        <p>
          {number(quantity)} {unit}
        </p>
      )}
      {note ? <p className="soft">{note}</p> : null}
      {correctionReason ? (
        <p className="soft small">{t(texts.corrected, { reason: correctionReason })}</p>
      ) : null}
    </>
  );
}

/** The links of a contribution; where they are many, the way to those that are not shown. */
function Links({ contribution, planId }: { contribution: Contribution; planId: string }) {
  const t = useText();
  const { funding, passedOn } = contribution;
  const links = [...funding.nodes, ...passedOn.nodes];
  const count = funding.totalCount + passedOn.totalCount - links.length;
  if (links.length === 0) return null;
  return (
    <>
      <ul className={`plain ${flowStyles.flows}`} aria-label={t(texts.links)}>
        {links.map((link) => (
          <FundingItem key={link.id} funding={link} />
        ))}
      </ul>
      {count > 0 ? (
        <Link to="/plan/$id" params={{ id: planId }} search={{ tab: "money" }} className="small">
          {t(texts.moreLinks, { count })}
        </Link>
      ) : null}
    </>
  );
}

function ContributionItem({
  contribution,
  planId,
}: {
  contribution: Contribution;
  planId: string;
}) {
  const name = useMemberName();
  const giving = withRole(useMemberships() ?? [], "CONTRIBUTOR", "COORDINATOR", "ADMIN");
  const { organisation, kind } = contribution;
  const isOwn = giving.some((each) => each.organisation.id === organisation.id);
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
      <Measure contribution={contribution} />
      <Payments contribution={contribution} isOwn={isOwn} />
      <Links contribution={contribution} planId={planId} />
      {isOwn ? <GiverSteps contribution={contribution} /> : null}
    </li>
  );
}

/** Who gives what to an action, what is paid and passed on, and the form to give. */
export function ActionContributions({ action }: { action: ActionDetail }) {
  const t = useText();
  const { id, contributions, plan } = action;
  const { email } = useSessionState();
  const { rows, more } = useMoreRows(contributions, {
    ...{ document: ActionFurtherContributionsDocument, variables: { id } },
    listOf: (data) => data.action?.contributions,
  });
  const pledge = email === null ? null : <Pledge actionId={id} />;
  return (
    <Card title={t(texts.contributions)} actions={pledge}>
      {contributions.nodes.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <ul className={`plain ${styles.items}`}>
        {rows.map((contribution) => (
          <ContributionItem key={contribution.id} contribution={contribution} planId={plan.id} />
        ))}
      </ul>
      {more}
    </Card>
  );
}
