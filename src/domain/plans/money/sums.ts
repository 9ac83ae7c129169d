import { from, type RowRef, type Sql, sql } from "../../../reading/index.js";
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
