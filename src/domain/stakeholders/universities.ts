import { badField } from "../../platform/errors.js";
import { type Organisation, Sector } from "./organisation.js";

/** Passes for a university, as only universities assess; else BAD_USER_INPUT at `path`. */
export function checkUniversity(organisation: Organisation, path: string): void {
  if (organisation.sector === Sector.UNIVERSITY) return;
  throw badField(path, "assesses for universities only", "asesmen hanya untuk perguruan tinggi");
}
