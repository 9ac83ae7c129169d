import {
  allow,
  contributing,
  type Grant,
  grantIn,
  grantOperator,
  type Viewer,
} from "../../access/index.js";

// The policies of groups of self-employed workers (domain, "Who may do what").

/** The organisation of a record; none if the platform's operator registered it. */
export interface Registered {
  organisation: string | undefined;
}

/** The roles that maintain a group's record, in words for descriptions. */
export const groupMaintainers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group; for a platform operator if no organisation registered it.";

/** The roles that record facts of a group, in words for descriptions. */
export const groupRecorders =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group, and of organisations that take part in a taken-up plan of its area; also for a platform operator if no organisation registered it.";

/** The grant of a record's organisation: its contributors, or the operator if it has none. */
const maintains = (viewer: Viewer, { organisation }: Registered): Grant | undefined =>
  grantIn(viewer, [organisation], contributing) ??
  (organisation ? undefined : grantOperator(viewer));

/**
 * The requester's organisations that take part in a plan of the area, and the organisation on whose
 * behalf they act.
 */
export interface TakingPartInArea {
  takingPart: readonly string[];
  onBehalfOf: string | undefined;
}

/**
 * Registering a group: contributors of an organisation that takes part in a plan of the area, and
 * the operator.
 */
export const mayRegisterGroup = allow<TakingPartInArea>(
  "enterpriseGroup.register",
  (viewer, { takingPart, onBehalfOf }) => {
    const candidates = takingPart.filter((id) => !onBehalfOf || id === onBehalfOf);
    const own = grantIn(viewer, candidates, contributing);
    return own ?? (onBehalfOf ? undefined : grantOperator(viewer));
  },
);

export const mayUpdateGroup = allow<Registered>("enterpriseGroup.update", maintains);

/**
 * The grant of a group's insiders: contributors of the organisation that registered it, or of one
 * that takes part in its area.
 */
const recordsFacts = (
  viewer: Viewer,
  { organisation, takingPart, onBehalfOf }: Registered & TakingPartInArea,
): Grant | undefined => {
  const candidates = [organisation, ...takingPart].filter((id) => !onBehalfOf || id === onBehalfOf);
  const own = grantIn(viewer, candidates, contributing);
  return own ?? (organisation || onBehalfOf ? undefined : grantOperator(viewer));
};

export const mayRecordResults = allow<Registered & TakingPartInArea>(
  "groupMeasurement.record",
  recordsFacts,
);
export const mayCorrectResults = allow<Registered>("groupMeasurement.correct", maintains);
export const mayRecordSupport = allow<Registered & TakingPartInArea>(
  "support.record",
  recordsFacts,
);

/** The roles that correct and remove the record of a support, in words for descriptions. */
export const supportMaintainers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group, and of the one that gave the contribution; for a platform operator if no organisation registered the group.";

export const mayChangeSupport = allow<Registered & { giver: string }>(
  "support.change",
  (viewer, facts) => maintains(viewer, facts) ?? grantIn(viewer, [facts.giver], contributing),
);
