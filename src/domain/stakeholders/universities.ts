import { badField } from "../../platform/errors.js";
import { type Organisation, Sector } from "./organisation.js";

/**
 * Refuses an organisation that is no university with BAD_USER_INPUT at `path`, because only
 * universities assess.
 */
export function checkUniversity(organisation: Organisation, path: string): void {
  if (organisation.sector === Sector.UNIVERSITY) return;
  throw badField(path, "is for universities only", "asesmen hanya untuk perguruan tinggi");
}
