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
 * The grant of an indicator's owner: its coordinators; without an owner, those of its programme's owner, and
 * the operator.
 */
const owns = (viewer: Viewer, { owner, programmeOwner }: IndicatorFacts): Grant | undefined =>
  owner
    ? grantIn(viewer, [owner], coordinating)
    : (grantIn(viewer, [programmeOwner], coordinating) ?? grantOperator(viewer));

/** Creating an indicator: its owner's, for nobody makes one in another's name. */
export const mayCreateIndicator = allow<IndicatorFacts>("indicator.create", owns);

/** Accepting and refusing figures: the indicator's owner's. */
export const mayAnswerMeasurement = allow<IndicatorFacts>("measurement.answer", owns);

/** The roles that answer figures, in words for descriptions. */
export const figureOwners =
  "For the COORDINATOR and ADMIN of the indicator's owner; if it has none, for those of its programme's owner, and a platform operator.";

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

/** The organisation that recorded a measurement; none if the operator did. */
interface Recorded {
  organisation: string | undefined;
}

/** The grant of a measurement's recorder: its organisation's, or the operator's if it has none. */
const recorded = (viewer: Viewer, { organisation }: Recorded): Grant | undefined =>
  grantIn(viewer, [organisation], recording) ?? (organisation ? undefined : grantOperator(viewer));

export const mayCorrectMeasurement = allow<Recorded>("measurement.correct", recorded);

/** Retracting a measurement: those who recorded it, and those who accepted it. */
export const mayRetractMeasurement = allow<Recorded & IndicatorFacts>(
  "measurement.retract",
  (viewer, facts) => recorded(viewer, facts) ?? owns(viewer, facts),
);

/** The roles that correct a figure, in words for descriptions. */
export const figureRecorders =
  "For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the organisation that recorded it; for a platform operator if no organisation did";
