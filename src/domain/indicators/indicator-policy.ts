import {
  allow,
  contributing,
  coordinating,
  type Grant,
  grantIn,
  grantOperator,
  Role,
  type Viewer,
} from "../../access/index.js";

// Who may do what with indicators and their figures (domain, "Who may do what").

/** Whose an indicator is: ids of organisations. */
export interface IndicatorFacts {
  /** None for the platform's own. */
  owner: string | undefined;
  programmeOwner: string | undefined;
}

/** Its owner's and its programme owner's coordinators; the operator where it is the platform's. */
const manages = (viewer: Viewer, { owner, programmeOwner }: IndicatorFacts): Grant | undefined =>
  grantIn(viewer, [owner, programmeOwner], coordinating) ??
  (owner ? undefined : grantOperator(viewer));

export const mayCreateIndicator = allow<IndicatorFacts>("indicator.create", manages);
export const mayUpdateIndicator = allow<IndicatorFacts>("indicator.update", manages);
export const maySetTargets = allow<IndicatorFacts>("target.set", manages);

/** The roles that record figures for their organisation. */
const recording: readonly Role[] = [...contributing, Role.ASSESSOR];

/** What recording a measurement asks. */
export interface Recording extends IndicatorFacts {
  /** Those of the requester's organisations that take part in a plan that the measurement is about. */
  takingPart: readonly string[];
  onBehalfOf: string | undefined;
}

/** The owners record, and those who take part; the operator what is the platform's. */
export const mayRecordMeasurement = allow<Recording>(
  "measurement.record",
  (viewer, { owner, programmeOwner, takingPart, onBehalfOf }) => {
    const able = [owner, programmeOwner, ...takingPart];
    const candidates = able.filter((id) => !onBehalfOf || id === onBehalfOf);
    const own = grantIn(viewer, candidates, recording);
    return own ?? (owner || onBehalfOf ? undefined : grantOperator(viewer));
  },
);

/** A measurement is its recorder's to correct; the operator's where no organisation recorded it. */
export const mayCorrectMeasurement = allow<{ organisation: string | undefined }>(
  "measurement.correct",
  (viewer, { organisation }) =>
    grantIn(viewer, [organisation], recording) ??
    (organisation ? undefined : grantOperator(viewer)),
);
