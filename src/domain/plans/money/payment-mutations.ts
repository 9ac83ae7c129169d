import { badField } from "../../../platform/errors.js";
import { today } from "../../../platform/jakarta.js";
import {
  type Clash,
  creating,
  refused,
  sourcesOf,
  useCases,
  type Work,
} from "../../common/index.js";
import { mayChangeContribution } from "../plan-policy.js";
import { Contribution } from "./contribution.js";
import {
  cancelledOf,
  cancelledOn,
  lockContribution,
  lockPaid,
  onCancelled,
  paidFor,
} from "./contribution-rows.js";
import { followPayments, refusePayment } from "./delivery.js";
import { Payment } from "./payment.js";
import { RecordPaymentInput, ReversePaymentInput } from "./payment-inputs.js";

const givers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that gives the contribution.";

const twice: Clash = {
  constraint: "payment_reversed_once",
  path: "input.paymentId",
  en: "is already reversed",
  id: "sudah dibalik",
};

const references = ["action", "action.plan", "plan"];

/** The mutations on the payments of contributions. */
export const paymentMutations = useCases({
  recordPayment: creating({
    of: Payment,
    input: RecordPaymentInput,
    description: `Records a dated payment of a contribution in rupiah that is committed. The contribution is DELIVERED when its payments reach its amount. ${givers}`,
    async run(input, work, id) {
      const { contributionId, amount, paidOn, note, sources } = input;
      await lockContribution(work, contributionId);
      const path = "input.contributionId";
      const contribution = await work.find(Contribution, contributionId, path, references);
      work.authorise(mayChangeContribution, { organisation: contribution.organisation.id });
      refusePayment(contribution);
      await checkDay(work, contribution, paidOn);
      const paid = await paidFor(work, contribution);
      const given = BigInt(amount);
      checkAmount(contribution, paid, given);
      const whole = contribution.amount;
      followPayments(contribution, { amount: whole, paid }, { amount: whole, paid: paid + given });
      work.create(Payment, {
        ...{ id, contribution, amount, paidOn, note: note ?? null, reverses: null },
        sources: sourcesOf(sources),
      });
    },
  }),

  reversePayment: creating({
    of: Payment,
    input: ReversePaymentInput,
    description: `Takes a payment back that was recorded in error, once. Both stay on record, under the same day; a contribution whose payments no longer reach its amount is COMMITTED again. ${givers}`,
    clashes: [twice],
    async run({ paymentId, reason }, work, id) {
      await lockPaid(work, paymentId);
      const path = "input.paymentId";
      const payment = await work.find(Payment, paymentId, path, [
        "contribution",
        ...references.map((name) => `contribution.${name}`),
      ]);
      const contribution = payment.contribution as Contribution;
      work.authorise(mayChangeContribution, { organisation: contribution.organisation.id });
      refuseReversal(payment, path);
      const paid = await paidFor(work, contribution);
      const { amount: whole } = contribution;
      const { amount, paidOn } = payment;
      const after = { amount: whole, paid: paid - BigInt(amount) };
      followPayments(contribution, { amount: whole, paid }, after);
      work.create(Payment, {
        ...{ id, contribution, amount, paidOn, note: reason, reverses: payment, sources: [] },
      });
    },
  }),
});

/** Refuses a payment of the future, and one of a cancelled action from the day of its cancellation on. */
async function checkDay(work: Work, contribution: Contribution, paidOn: string): Promise<void> {
  const path = "input.paidOn";
  if (paidOn > today())
    throw badField(path, "must not be after today", "tidak boleh setelah hari ini");
  const cancelled = await cancelledOf(work, contribution);
  if (!cancelled) return;
  // What was paid before the day of the cancellation is not new, though it is recorded late.
  const since = await cancelledOn(work, contribution);
  if (since && paidOn < since) return;
  throw onCancelled(cancelled, "PAID", path);
}

/** Refuses a payment of no rupiah, and one of more than what remains. */
function checkAmount({ amount: whole }: Contribution, paid: bigint, amount: bigint): void {
  if (typeof whole !== "string") {
    const [en, id] = ["has no amount in rupiah", "tidak mempunyai jumlah dalam rupiah"];
    throw badField("input.contributionId", en, id);
  }
  const path = "input.amount";
  if (amount === 0n) throw badField(path, "must be more than 0", "harus lebih dari 0");
  const left = BigInt(whole) - paid;
  if (amount <= left) return;
  throw badField(
    path,
    `must be at most ${left}: ${paid} of ${whole} is paid`,
    `paling banyak ${left}: ${paid} dari ${whole} sudah terbayar`,
  );
}

function refuseReversal({ reverses }: Payment, path: string): void {
  if (!reverses) return;
  const text = {
    en: "A reversal is not reversed: record the payment again.",
    id: "Pembalikan tidak dibalik: catat lagi realisasinya.",
  };
  throw refused({ from: "REVERSAL", to: "REVERSED", reason: "REVERSAL", text, path });
}
