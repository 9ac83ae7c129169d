import type { AccessScope } from "../../access/index.js";
import { exists, isAmong, type RowRef, type Sql, sql } from "../../reading/index.js";
import { Programme } from "./programme.js";

/**
 * The condition that the viewer coordinates for the owner of a row's programme (rule 7 of the
 * domain).
 */
export function coordinatesProgramme(scope: AccessScope, row: RowRef): Sql {
  return exists(
    Programme,
    row,
    (programme) => sql`${programme.column("id")} = ${row.column("programme_id")}
      and ${isAmong(programme.column("owner_id"), scope.coordinates, "uuid")}`,
  );
}
