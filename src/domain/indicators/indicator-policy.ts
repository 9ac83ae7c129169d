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
import type { Indicator } from "./indicator.js";

// Who may do what with indicators and their figures (domain, "Who may do what").

/** Whose an indicator is: ids of organisations. */
export interface IndicatorFacts {
  /** None for the platform's own. */
  owner: string | undefined;
  programmeOwner: string | undefined;
}

/** Whose an indicator is; its programme must be loaded. */
export const indicatorFacts = ({
  owner,
  programme,
}: Pick<Indicator, "owner" | "programme">): IndicatorFacts => ({
  owner: owner?.id,
  programmeOwner: programme?.owner.id,
});

/** Who manages an indicator, for descriptions. */
export const indicatorManagers =
  "For the COORDINATOR and ADMIN of the indicator's owner and of its programme's owner; a platform operator's where it has no owner.";

/** Its owner's and its programme owner's coordinators; the operator where it is the platform's. */
const manages = (viewer: Viewer, { owner, programmeOwner }: IndicatorFacts): Grant | undefined =>
  grantIn(viewer, [owner, programmeOwner], coordinating) ??
  (owner ? undefined : grantOperator(viewer));

export const mayCreateIndicator = allow<IndicatorFacts>("indicator.create", manages);
export const mayUpdateIndicator = allow<IndicatorFacts>("indicator.update", manages);
export const maySetTargets = allow<IndicatorFacts>("target.set", manages);

/** The roles that record figures for their organisation. */
const recording: readonly Role[] = [...contributing, Role.ASSESSOR];

/** The facts for recording a measurement. */
export interface Recording extends IndicatorFacts {
  /** Those of the requester's organisations that take part in a plan that the measurement is about. */
  takingPart: readonly string[];
  onBehalfOf: string | undefined;
}

/** For the owners and for those who take part; for the operator where the indicator is the platform's. */
export const mayRecordMeasurement = allow<Recording>(
  "measurement.record",
  (viewer, { owner, programmeOwner, takingPart, onBehalfOf }) => {
    const able = [owner, programmeOwner, ...takingPart];
    const candidates = able.filter((id) => !onBehalfOf || id === onBehalfOf);
    const own = grantIn(viewer, candidates, recording);
    return own ?? (owner || onBehalfOf ? undefined : grantOperator(viewer));
  },
);

/** A measurement is corrected by who recorded it; by the operator where no organisation did. */
export const mayCorrectMeasurement = allow<{ organisation: string | undefined }>(
  "measurement.correct",
  (viewer, { organisation }) =>
    grantIn(viewer, [organisation], recording) ??
    (organisation ? undefined : grantOperator(viewer)),
);
