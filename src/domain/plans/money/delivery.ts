import { refused } from "../../common/index.js";
import { ContributionStatus } from "../enums.js";
import type { Contribution } from "./contribution.js";

// When a contribution in rupiah is delivered (rule 12): when its payments reach its amount.

/** The amount of a contribution, and what is paid of it. */
export interface Delivery {
  amount: string | null | undefined;
  paid: bigint;
}

/** True where the payments reach the amount; of a contribution without one its status says it. */
const isReached = ({ amount, paid }: Delivery, { status }: Contribution): boolean =>
  typeof amount === "string" ? paid >= BigInt(amount) : status === ContributionStatus.DELIVERED;

/**
 * Moves a contribution to DELIVERED when its payments come to reach its amount, and back to COMMITTED when
 * they no longer do. What was delivered before there were payments stays so until they reach it once.
 */
export function followPayments(
  contribution: Contribution,
  before: Delivery,
  after: Delivery,
): void {
  const { COMMITTED, DELIVERED } = ContributionStatus;
  const was = isReached(before, contribution);
  const is = isReached(after, contribution);
  if (!was && is && contribution.status === COMMITTED) contribution.status = DELIVERED;
  if (was && !is && contribution.status === DELIVERED) contribution.status = COMMITTED;
}

/** Refuses to call a contribution in rupiah delivered by another way than its payments. */
export function refuseUnpaid({ status, amount }: Contribution, paid: bigint): void {
  if (typeof amount !== "string") return;
  const text = {
    en: `A contribution in rupiah is DELIVERED when its payments reach its amount: ${paid} of ${amount} is paid. Record them with recordPayment.`,
    id: `Kontribusi rupiah menjadi DELIVERED ketika realisasinya mencapai jumlahnya: ${paid} dari ${amount} sudah terbayar. Catat dengan recordPayment.`,
  };
  throw refused({
    ...{ from: status, to: ContributionStatus.DELIVERED, reason: "NOT_PAID", text },
    ...{ path: "input.id", details: { paid: String(paid), amount } },
  });
}

/** Refuses to withdraw a contribution of which something is paid. */
export function refusePaid({ status }: Contribution, paid: bigint): void {
  if (paid === 0n) return;
  const text = {
    en: `${paid} rupiah of it are paid: reverse the payments first, or correct the amount to what was paid.`,
    id: `${paid} rupiah sudah terbayar: balikkan realisasinya dahulu, atau koreksi jumlahnya menjadi yang terbayar.`,
  };
  throw refused({
    ...{ from: status, to: ContributionStatus.WITHDRAWN, reason: "PAID", text },
    ...{ path: "input.id", details: { paid: String(paid) } },
  });
}

/** Refuses a payment of what is not binding: a pledge, or a withdrawn contribution. */
export function refusePayment({ status }: Contribution): void {
  const { COMMITTED, DELIVERED, PLEDGED } = ContributionStatus;
  if (status === COMMITTED || status === DELIVERED) return;
  const first = status === PLEDGED;
  const text = {
    en: first
      ? "The contribution is PLEDGED: commit it with commitContribution, then record its payments."
      : "The contribution is WITHDRAWN: nothing is paid of it.",
    id: first
      ? "Kontribusi ini masih PLEDGED: ikat dahulu dengan commitContribution, lalu catat realisasinya."
      : "Kontribusi ini WITHDRAWN: tidak ada realisasinya.",
  };
  const allowed = first ? [COMMITTED] : [];
  throw refused({
    from: status,
    to: "PAID",
    allowed,
    reason: status,
    text,
    path: "input.contributionId",
  });
}
