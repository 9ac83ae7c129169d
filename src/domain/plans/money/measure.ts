import { badUserInput, type Fault } from "../../../platform/errors.js";
import { ContributionKind } from "../enums.js";

/** What a contribution measures: an amount of rupiah, a quantity with its unit, or both. */
export interface Measure {
  kind: ContributionKind;
  amount?: string | null;
  quantity?: number | null;
  unit?: string | null;
}

const moneyKinds: readonly ContributionKind[] = [
  ContributionKind.FUNDS,
  ContributionKind.CAPITAL_INCENTIVE,
];

/** Checks the measure: an amount for money, a quantity with its unit for other things, or both. */
export function checkMeasure({ kind, amount, quantity, unit }: Measure): void {
  const faults: Fault[] = [];
  const fault = (path: string, en: string, id: string) =>
    faults.push({ path: `input.${path}`, message: { en, id } });
  if (amount === "0") fault("amount", "must be more than 0", "harus lebih dari 0");
  const hasAmount = typeof amount === "string";
  const hasQuantity = typeof quantity === "number";
  if (moneyKinds.includes(kind) && !hasAmount) {
    fault("amount", `is needed for ${kind}`, `diperlukan untuk ${kind}`);
  } else if (!hasAmount && !hasQuantity) {
    fault("quantity", "give an amount or a quantity", "berikan jumlah uang atau kuantitas");
  }
  if (hasQuantity && !unit)
    fault("unit", "is needed with a quantity", "diperlukan bersama kuantitas");
  if (!hasQuantity && unit) fault("quantity", "is needed with a unit", "diperlukan bersama satuan");
  if (faults.length > 0) throw badUserInput(faults);
}
