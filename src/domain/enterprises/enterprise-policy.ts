import {
  allow,
  contributing,
  type Grant,
  grantIn,
  grantOperator,
  type Viewer,
} from "../../access/index.js";

// Who may do what with groups of self-employed workers (domain, "Who may do what").

/** The organisation of a record; none for the platform operator's. */
export interface Registered {
  organisation: string | undefined;
}

/** Who keeps a group's record, for descriptions. */
export const groupKeepers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group; a platform operator's where none did.";

/** Who records facts of a group, for descriptions. */
export const groupInsiders =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group and of those that take part in a plan of its area; also a platform operator's where no organisation registered it.";

/** Contributors of the organisation that registered or recorded it; the operator where none did. */
const keeps = (viewer: Viewer, { organisation }: Registered): Grant | undefined =>
  grantIn(viewer, [organisation], contributing) ??
  (organisation ? undefined : grantOperator(viewer));

/** The requester's organisations that take part in a plan of the area, and on whose behalf they act. */
export interface TakingPartInArea {
  takingPart: readonly string[];
  onBehalfOf: string | undefined;
}

/** Contributors of an organisation that takes part in a plan of the area, and the operator. */
export const mayRegisterGroup = allow<TakingPartInArea>(
  "enterpriseGroup.register",
  (viewer, { takingPart, onBehalfOf }) => {
    const candidates = takingPart.filter((id) => !onBehalfOf || id === onBehalfOf);
    const own = grantIn(viewer, candidates, contributing);
    return own ?? (onBehalfOf ? undefined : grantOperator(viewer));
  },
);

export const mayUpdateGroup = allow<Registered>("enterpriseGroup.update", keeps);

/** Contributors of the organisation that registered the group, or that takes part in its area. */
const records = (
  viewer: Viewer,
  { organisation, takingPart, onBehalfOf }: Registered & TakingPartInArea,
): Grant | undefined => {
  const candidates = [organisation, ...takingPart].filter((id) => !onBehalfOf || id === onBehalfOf);
  const own = grantIn(viewer, candidates, contributing);
  return own ?? (organisation || onBehalfOf ? undefined : grantOperator(viewer));
};

export const mayRecordResults = allow<Registered & TakingPartInArea>(
  "groupMeasurement.record",
  records,
);
export const mayCorrectResults = allow<Registered>("groupMeasurement.correct", keeps);
export const mayRecordSupport = allow<Registered & TakingPartInArea>("support.record", records);
export const mayRemoveSupport = allow<Registered>("support.remove", keeps);
