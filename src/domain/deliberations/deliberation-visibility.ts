import type { AccessScope } from "../../access/index.js";
import { anyOf, isAmong, type Sql, sql } from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { coordinatesProgramme } from "../programmes/index.js";

// The row filters of a deliberation and of all that hangs on it, in one place (rule 7 of the domain).

const at = (row: string, name: string): Sql => sql.ref(`${row}.${name}`);

/** Which rows of `deliberation` the viewer may see. */
export function visibleDeliberation(scope: AccessScope, row: string): Sql {
  const involved = () => {
    const invited = sql`exists (select 1 from invitation vi where vi.deliberation_id = ${at(row, "id")}
      and ${isAmong(sql`vi.organisation_id`, scope.organisations, "uuid")})`;
    return anyOf([invited, coordinatesProgramme(scope, at(row, "programme_id"))]);
  };
  return seenByVisibility(scope, row, { owner: "convener_id", involved });
}

/** That the deliberation with this id is visible: the filter of everything that follows it. */
export const deliberationVisible = (scope: AccessScope, deliberation: Sql): Sql =>
  sql`exists (select 1 from deliberation vd where vd.id = ${deliberation}
    and ${visibleDeliberation(scope, "vd")})`;

/** Rows that carry a deliberation's id and are seen by whoever sees the deliberation. */
export const followsDeliberation = (scope: AccessScope, row: string): Sql =>
  deliberationVisible(scope, at(row, "deliberation_id"));
