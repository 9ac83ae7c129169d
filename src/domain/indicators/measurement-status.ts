import { type Sql, sql } from "../../reading/index.js";
import { lifecycle, refused } from "../common/index.js";
import { MeasurementStatus } from "./enums.js";
import type { IndicatorFacts } from "./indicator-policy.js";

// The lifecycle of measurements (rule 13 of the domain): figures of others count once the indicator's owner
// has accepted them.

/** The condition that no other figure of its organisation can take a figure's place and period, as the index `measurement_once` has it. */
export const holdsPlace = (status: Sql): Sql => sql`${status} in ('PROPOSED', 'ACCEPTED')`;

const { PROPOSED, ACCEPTED, REFUSED, RETRACTED } = MeasurementStatus;

/** The transitions of a measurement, each by a mutation; a correction is none of them. */
export const measurementLifecycle = lifecycle<MeasurementStatus>("Measurement", {
  PROPOSED: [ACCEPTED, REFUSED, RETRACTED],
  ACCEPTED: [RETRACTED],
  REFUSED: [RETRACTED],
  RETRACTED: [],
});

/** The state of a measurement, and the instant at which it was accepted as it is. */
export interface Standing {
  status: MeasurementStatus;
  acceptedAt?: Date | null;
}

/** The state of a measurement that an organisation records: the indicator's owner's own is accepted at once. */
export function standingOf(
  { owner, programmeOwner }: IndicatorFacts,
  organisation: string | undefined,
): Standing {
  const isOwn = owner
    ? organisation === owner
    : organisation === undefined || organisation === programmeOwner;
  return isOwn
    ? { status: ACCEPTED, acceptedAt: new Date() }
    : { status: PROPOSED, acceptedAt: null };
}

/** Moves a measurement to another state; INVALID_TRANSITION at `path` if the lifecycle has no such step. */
export function moveTo(measurement: Standing, to: MeasurementStatus, path = "input.id"): void {
  measurementLifecycle.check(measurement.status, to, path);
  measurement.status = to;
  if (to === ACCEPTED) measurement.acceptedAt = new Date();
}

/**
 * The state of a measurement after a correction: accepted if the owner's own is, else proposed again. One that
 * was refused or retracted stays: the place is measured anew.
 */
export function afterCorrection(
  current: Standing,
  owners: IndicatorFacts,
  organisation: string | undefined,
): Standing {
  const from = current.status;
  if (from === PROPOSED || from === ACCEPTED) {
    const next = standingOf(owners, organisation);
    return next.status === from ? current : next;
  }
  throw refused({
    ...{ from, to: PROPOSED, allowed: measurementLifecycle.allowed(from) },
    reason: "NOT_CORRECTABLE",
    path: "input.id",
    text: {
      en: `is ${from} and cannot be corrected: record the figure anew with recordMeasurement`,
      id: `berstatus ${from} dan tidak dapat dikoreksi: catat angkanya kembali dengan recordMeasurement`,
    },
  });
}
