import type { AccessScope } from "../../../access/index.js";
import { exists, from, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Funding } from "./funding.js";
import { seesSource } from "./money-visibility.js";

// The deprecated fields of a contribution that lead along its funding chain without amounts.

/** The id of the first contribution that a contribution passes on, among those that the viewer sees. */
export function firstFunder(contribution: RowRef, scope: AccessScope): Sql {
  const funding = from(Funding, contribution);
  return sql`(select ${funding.column("source_id")} from ${funding.source}
    where ${funding.column("contribution_id")} = ${contribution.column("id")}
      and ${funding.column("status")} <> 'REFUSED' and ${seesSource(scope, funding)}
    order by ${funding.column("created_at")}, ${funding.column("id")} limit 1)`;
}

/** The condition that a contribution, which the viewer sees, passes on money of one that they see. */
export function passesOn(source: Sql, contribution: RowRef): Sql {
  return exists(
    Funding,
    contribution,
    (funding) => sql`${funding.column("source_id")} = ${source}
      and ${funding.column("contribution_id")} = ${contribution.column("id")}
      and ${funding.column("status")} <> 'REFUSED'`,
  );
}
