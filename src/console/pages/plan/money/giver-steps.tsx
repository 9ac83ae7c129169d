import {
  ActionCommitDocument,
  type ActionContributionFragment,
  ActionDeliverDocument,
  MoneyWithdrawDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { useMemberName } from "../../../language/members.js";
import { StepButton, StepDialog } from "../../../parts/step.js";
import { useStatusRow } from "../../../parts/use-versioned.js";
import { CorrectContribution } from "./correct-contribution.js";
import { PassOn } from "./pass-on.js";
import { RecordPayment } from "./record-payment.js";

const texts = {
  commit: { id: "Sanggupi", en: "Commit" },
  deliver: { id: "Serahkan", en: "Deliver" },
  withdraw: { id: "Tarik kontribusi", en: "Withdraw" },
  aboutWithdrawing: {
    id: "Kontribusi ini tidak lagi dihitung; catatannya tetap ada. Penarikan tidak dapat dibatalkan.",
    en: "The contribution counts no more; it stays on record. A withdrawal cannot be undone.",
  },
};

/** What a member of its giver may do with a contribution. */
export function GiverSteps({ contribution }: { contribution: ActionContributionFragment }) {
  const t = useText();
  const name = useMemberName();
  const [commit] = useChange(ActionCommitDocument);
  const [deliver] = useChange(ActionDeliverDocument);
  const [withdraw] = useChange(MoneyWithdrawDocument);
  const statusRow = useStatusRow("ContributionStatus");
  const { id, version, contributionStatus: status, amount, kind } = contribution;
  const step = { id, version, title: name("ContributionKind", kind) };
  const input = (expectedVersion: number) => ({ input: { id, expectedVersion } });
  return (
    <div className="row no-print">
      {status === "PLEDGED" ? (
        <StepButton
          {...{ ...step, label: t(texts.commit), rows: statusRow("COMMITTED") }}
          run={(expectedVersion) => commit(input(expectedVersion))}
        />
      ) : null}
      {status === "COMMITTED" && !amount ? (
        <StepButton
          {...{ ...step, label: t(texts.deliver), rows: statusRow("DELIVERED") }}
          run={(expectedVersion) => deliver(input(expectedVersion))}
        />
      ) : null}
      {amount && status !== "WITHDRAWN" && status !== "PLEDGED" ? (
        <RecordPayment contributionId={id} />
      ) : null}
      {amount && status !== "WITHDRAWN" ? <PassOn contribution={contribution} /> : null}
      <CorrectContribution contribution={contribution} />
      {status === "PLEDGED" || status === "COMMITTED" ? (
        <StepDialog
          {...{ ...step, label: t(texts.withdraw), about: t(texts.aboutWithdrawing) }}
          {...{ rows: statusRow("WITHDRAWN"), look: "button danger" }}
          run={(expectedVersion) => withdraw(input(expectedVersion))}
        />
      ) : null}
    </div>
  );
}
