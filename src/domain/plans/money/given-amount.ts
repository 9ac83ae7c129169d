import { Derived } from "../../../reading/index.js";
import type { ContributionStatus } from "../enums.js";
import { givenOf } from "./money-sums.js";

/**
 * The rupiah given to an action or a plan by contributions of one status, as a field of its own. It is
 * older than `money`, and stays for the documents and filters that use it. `column` is the contribution's
 * column with the action's or the plan's id.
 */
export function GivenAmount(
  column: "action_id" | "plan_id",
  status: Exclude<ContributionStatus, "WITHDRAWN">,
): PropertyDecorator {
  const member = `money.given.${status.toLowerCase()}`;
  const options = {
    description: `The rupiah given by contributions that are ${status}: the same as \`${member}\`.`,
    deprecationReason: `Since 2026-11-30. Use \`${member}\`; may be removed from 2027-06-01. Filters on it stay.`,
  };
  return Derived("money", options, (row, scope) =>
    givenOf(row, scope, { column, status }),
  ) as PropertyDecorator;
}
