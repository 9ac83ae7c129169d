import { badField } from "../../../platform/errors.js";

export { today } from "../../../platform/jakarta.js";

/** A period ends on or after the day it starts; else BAD_USER_INPUT at the end's path. */
export function checkPeriod(
  startsOn: string | null | undefined,
  endsOn: string | null | undefined,
  path = "input.endsOn",
): void {
  // Calendar dates in ISO 8601 compare as text.
  if (startsOn && endsOn && endsOn < startsOn) {
    throw badField(path, "must not be before the start", "tidak boleh sebelum tanggal mulai");
  }
}
