import { from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Payment } from "./payment.js";

// Sums of payments, as numeric: a sum may exceed the limit of one amount.

/** The sum of the payments of a group of rows: a reversal takes back what it reverses. Null without rows. */
export function sumOfPayments(payment: RowRef): Sql {
  const amount = payment.column("amount");
  return sql`sum(case when ${payment.column("reverses_id")} is null then ${amount} else -${amount} end)`;
}

/** The rupiah paid of a contribution: its payments without those that were reversed. */
export function paidOf(contribution: RowRef): Sql {
  const payment = from(Payment, contribution);
  return sql`(select coalesce(${sumOfPayments(payment)}, 0) from ${payment.source}
    where ${payment.column("contribution_id")} = ${contribution.column("id")})`;
}
