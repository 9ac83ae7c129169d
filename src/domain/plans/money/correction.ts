import { badField } from "../../../platform/errors.js";
import type { Work } from "../../common/index.js";
import type { Contribution } from "./contribution.js";
import { refuseOnCancelled } from "./contribution-rows.js";
import { type Delivery, followPayments } from "./delivery.js";
import { linkedAt } from "./funding-rules.js";

/** What a contribution was before its correction. */
interface Uncorrected extends Delivery {
  quantity: number | null | undefined;
}

/**
 * Checks the corrected amount against payments and links, and lets the status follow the payments. On a
 * cancelled action nothing is raised (rule 12: nothing new on it).
 */
export async function correct(
  work: Work,
  contribution: Contribution,
  before: Uncorrected,
): Promise<void> {
  const { amount } = contribution;
  const { paid } = before;
  const raised = raisedIn(contribution, before);
  if (raised) await refuseOnCancelled(work, contribution, { to: "RAISED", path: raised });
  if (amount !== before.amount) {
    checkPaid(amount, paid);
    await checkLinked(work, contribution);
  }
  followPayments(contribution, before, { amount, paid });
}

const path = "input.amount";

/** The path of what a correction raises; a quantity in place of an amount raises nothing. */
function raisedIn({ amount, quantity }: Contribution, before: Uncorrected): string | undefined {
  if (BigInt(amount ?? 0) > BigInt(before.amount ?? 0)) return path;
  if (Number(quantity ?? 0) > Number(before.quantity ?? Infinity)) return "input.quantity";
  return undefined;
}

function checkPaid(amount: string | null | undefined, paid: bigint): void {
  if (BigInt(amount ?? 0) >= paid) return;
  throw badField(
    path,
    `must be at least ${paid}, which is paid: reverse payments first`,
    `paling sedikit ${paid} yang sudah terbayar: balikkan realisasi dahulu`,
  );
}

/** Refuses an amount below what the contribution passes on, and below what others pass on of it. */
async function checkLinked(work: Work, contribution: Contribution): Promise<void> {
  const amount = BigInt(contribution.amount ?? 0);
  for (const end of ["contribution", "source"] as const) {
    const { sum, allSeen } = await linkedAt(work, end, contribution);
    if (amount >= sum) continue;
    const [en, id] = {
      contribution: ["what it passes on of others", "yang diteruskannya dari pihak lain"],
      source: ["what others pass on of it", "yang diteruskan pihak lain darinya"],
    }[end] as [string, string];
    const figure = allSeen ? `${sum}, ` : "";
    throw badField(
      path,
      `must be at least ${figure}${en}: correct those links first`,
      `paling sedikit ${figure}${id}: koreksi penerusan itu dahulu`,
    );
  }
}
