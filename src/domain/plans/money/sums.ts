import type { AccessScope } from "../../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { narrowedByVisibility } from "../plan-visibility.js";
import { Contribution } from "./contribution.js";
import { Funding } from "./funding.js";
import { Payment } from "./payment.js";

// Sums over one contribution, as numeric: a sum may exceed the limit of one amount.

/** The rupiah paid of a contribution: its payments without those that were reversed. */
export function paidOf(contribution: RowRef): Sql {
  const payment = from(Payment, contribution);
  const amount = payment.column("amount");
  return sql`(select coalesce(sum(case when ${payment.column("reverses_id")} is null
      then ${amount} else -${amount} end), 0) from ${payment.source}
    where ${payment.column("contribution_id")} = ${contribution.column("id")})`;
}

/** The condition that a contribution with a column's id is not withdrawn, and that the viewer sees it. */
const stands = (scope: AccessScope, funding: RowRef, end: Sql): Sql =>
  exists(
    Contribution,
    funding,
    (other) => sql`${other.column("id")} = ${end} and ${other.column("status")} <> 'WITHDRAWN'
      and ${narrowedByVisibility(scope, other)}`,
  );

/** The rupiah of others that a contribution passes on, by the links that the viewer sees. */
export function passedOnIn(contribution: RowRef, scope: AccessScope): Sql {
  const funding = from(Funding, contribution);
  return sql`(select coalesce(sum(${funding.column("amount")}), 0) from ${funding.source}
    where ${funding.column("contribution_id")} = ${contribution.column("id")}
      and ${funding.column("status")} <> 'REFUSED'
      and ${stands(scope, funding, funding.column("source_id"))})`;
}
