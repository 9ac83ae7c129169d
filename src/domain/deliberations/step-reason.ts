import { badField } from "../../platform/errors.js";

/** Refuses a reason for a step that keeps none: only a cancelled deliberation has one. */
export function refuseReason(reason: string | null | undefined): void {
  if (!reason) return;
  throw badField(
    "input.reason",
    "is given only when a deliberation is cancelled",
    "hanya diisi bila rembuk dibatalkan",
  );
}
