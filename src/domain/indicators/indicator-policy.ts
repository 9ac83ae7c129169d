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
import { answersProposal, type Proposed } from "../programmes/index.js";
import type { Indicator } from "./indicator.js";

// The policies of indicators and their figures (domain, "Who may do what").

/** The owners of an indicator: ids of organisations. */
export interface IndicatorFacts {
  /** The owner; none for an indicator of the platform. */
  owner: string | undefined;
  programmeOwner: string | undefined;
}

/** The owners of an indicator; its programme must be loaded. */
export const indicatorFacts = ({
  owner,
  programme,
}: Pick<Indicator, "owner" | "programme">): IndicatorFacts => ({
  owner: owner?.id,
  programmeOwner: programme?.owner.id,
});

/** The roles that manage an indicator, in words for descriptions. */
export const indicatorManagers =
  "For the COORDINATOR and ADMIN of the indicator's owner and of its programme's owner; for a platform operator if it has no owner.";

/**
 * The grant of an indicator's managers: coordinators of its owner and of its programme's owner, and
 * the operator for an indicator of the platform.
 */
const manages = (viewer: Viewer, { owner, programmeOwner }: IndicatorFacts): Grant | undefined =>
  grantIn(viewer, [owner, programmeOwner], coordinating) ??
  (owner ? undefined : grantOperator(viewer));

/**
 * Creating an indicator: the coordinators of its owner, for nobody makes one in another's name; without an
 * owner, those of its programme's owner, and the operator.
 */
export const mayCreateIndicator = allow<IndicatorFacts>(
  "indicator.create",
  (viewer, { owner, programmeOwner }) =>
    owner
      ? grantIn(viewer, [owner], coordinating)
      : (grantIn(viewer, [programmeOwner], coordinating) ?? grantOperator(viewer)),
);

/** Accepting or refusing an indicator that others made in a programme: its owner. */
export const mayAnswerIndicator = allow<Proposed>("indicator.answer", answersProposal);

export const mayUpdateIndicator = allow<IndicatorFacts>("indicator.update", manages);
export const maySetTargets = allow<IndicatorFacts>("target.set", manages);

/** The roles that record figures for their organisation. */
const recording: readonly Role[] = [...contributing, Role.ASSESSOR];

/** The facts for recording a measurement. */
export interface Recording extends IndicatorFacts {
  /** The requester's organisations that take part in a taken-up plan that the measurement is about. */
  takingPart: readonly string[];
  onBehalfOf: string | undefined;
}

/**
 * Recording a measurement: the owners, the organisations that take part, and the operator for an
 * indicator of the platform.
 */
export const mayRecordMeasurement = allow<Recording>(
  "measurement.record",
  (viewer, { owner, programmeOwner, takingPart, onBehalfOf }) => {
    const organisations = [owner, programmeOwner, ...takingPart];
    const candidates = organisations.filter((id) => !onBehalfOf || id === onBehalfOf);
    const own = grantIn(viewer, candidates, recording);
    return own ?? (owner || onBehalfOf ? undefined : grantOperator(viewer));
  },
);

/**
 * Correcting a measurement: the organisation that recorded it, or the operator if no organisation
 * did.
 */
export const mayCorrectMeasurement = allow<{ organisation: string | undefined }>(
  "measurement.correct",
  (viewer, { organisation }) =>
    grantIn(viewer, [organisation], recording) ??
    (organisation ? undefined : grantOperator(viewer)),
);
