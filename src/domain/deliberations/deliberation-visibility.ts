import type { AccessScope } from "../../access/index.js";
import {
  anyOf,
  exists,
  isAmong,
  type RowRef,
  type Sql,
  seenThroughout,
  sql,
} from "../../reading/index.js";
import { seenByVisibility } from "../common/index.js";
import { coordinatesProgramme } from "../programmes/index.js";
import { Deliberation } from "./deliberation.js";
import { Invitation } from "./invitations/invitation.js";

// The row filters of a deliberation and of the rows that belong to it (rule 7 of the domain). They are
// function declarations, because the classes and the filters import each other.

/** The deliberations that the viewer may see. */
export function visibleDeliberation(scope: AccessScope, deliberation: RowRef): Sql {
  return seenThroughout(scope, deliberation, visibleDeliberationThen);
}

function visibleDeliberationThen(scope: AccessScope, deliberation: RowRef): Sql {
  const involved = () => {
    const invited = exists(
      Invitation,
      deliberation,
      (invitation) => sql`${invitation.column("deliberation_id")} = ${deliberation.column("id")}
        and ${isAmong(invitation.column("organisation_id"), scope.organisations, "uuid")}`,
    );
    return anyOf([invited, coordinatesProgramme(scope, deliberation)]);
  };
  return seenByVisibility(scope, deliberation, { owner: "convener_id", involved });
}

/** The rows of deliberations that the viewer may see. */
export function followsDeliberation(scope: AccessScope, row: RowRef): Sql {
  return exists(
    Deliberation,
    row,
    (deliberation) => sql`${deliberation.column("id")} = ${row.column("deliberation_id")}
      and ${visibleDeliberation(scope, deliberation)}`,
  );
}
