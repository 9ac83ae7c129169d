import type { AccessScope } from "../../access/index.js";
import { isAmong, type Sql, sql } from "../../reading/index.js";

/** That the viewer coordinates for the owner of the programme with this id (rule 7 of the domain). */
export const coordinatesProgramme = (scope: AccessScope, programme: Sql): Sql =>
  sql`exists (select 1 from programme pr where pr.id = ${programme}
    and ${isAmong(sql`pr.owner_id`, scope.coordinates, "uuid")})`;
