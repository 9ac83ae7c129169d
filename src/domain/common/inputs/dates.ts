import { badField } from "../../../platform/errors.js";

/** Refuses a period that ends before it starts: BAD_USER_INPUT at the end's path. */
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
