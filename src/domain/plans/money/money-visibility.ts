import type { AccessScope } from "../../../access/index.js";
import { exists, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { seenWithSubject } from "../../common/index.js";
import { narrowedByVisibility } from "../plan-visibility.js";
import { Contribution } from "./contribution.js";
import { Funding } from "./funding.js";

// The row filters of what belongs to contributions. They are function declarations for the same reason as
// those of `plan-visibility.ts`.

/** The condition that the viewer can see the contribution with this id. */
function seesContribution(scope: AccessScope, near: RowRef, id: Sql): Sql {
  return exists(
    Contribution,
    near,
    (contribution) => sql`${contribution.column("id")} = ${id}
      and ${narrowedByVisibility(scope, contribution)}`,
  );
}

/** The rows with the id of a contribution that the viewer can see. */
export function followsContribution(scope: AccessScope, row: RowRef): Sql {
  return seesContribution(scope, row, row.column("contribution_id"));
}

/** The condition that the viewer can see the contribution whose money a link passes on. */
export function seesSource(scope: AccessScope, funding: RowRef): Sql {
  return seesContribution(scope, funding, funding.column("source_id"));
}

/** The links of which the viewer can see both ends. */
export function visibleFunding(scope: AccessScope, funding: RowRef): Sql {
  return sql`(${followsContribution(scope, funding)} and ${seesSource(scope, funding)})`;
}

/**
 * The changes of links that the viewer can see. A removed link is known by its ends, which the lines of its
 * creation and of its removal name: they are shown to those who see both.
 */
export function visibleFundingChange(scope: AccessScope, change: RowRef): Sql {
  const end = (name: string) => {
    const side = (which: string) =>
      sql`${change.column("diff")} #>> '{${sql.raw(name)},${sql.raw(which)}}'`;
    return seesContribution(
      scope,
      change,
      sql`coalesce(${side("after")}, ${side("before")})::uuid`,
    );
  };
  const isThere = exists(
    Funding,
    change,
    (funding) => sql`${funding.column("id")} = ${change.column("entity_id")}`,
  );
  return sql`(${seenWithSubject(Funding, scope, change)}
    or (not ${isThere} and ${end("contribution")} and ${end("source")}))`;
}
