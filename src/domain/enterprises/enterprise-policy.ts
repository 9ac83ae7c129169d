import {
  allow,
  contributing,
  type Grant,
  grantIn,
  grantOperator,
  type Viewer,
} from "../../access/index.js";

// Who may do what with groups of self-employed workers (domain, "Who may do what").

/** Whose a record is; none for the platform operator's. */
export interface Registered {
  organisation: string | undefined;
}

/** Contributors of the organisation that registered or recorded it; the operator where none did. */
const keeps = (viewer: Viewer, { organisation }: Registered): Grant | undefined =>
  grantIn(viewer, [organisation], contributing) ??
  (organisation ? undefined : grantOperator(viewer));

/** Who, of the requester's organisations, takes part in a plan of the area, and for whom they would act. */
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

/** Its keepers tell of a group, and those who take part in a plan of its area. */
const tells = (
  viewer: Viewer,
  { organisation, takingPart, onBehalfOf }: Registered & TakingPartInArea,
): Grant | undefined => {
  const candidates = [organisation, ...takingPart].filter((id) => !onBehalfOf || id === onBehalfOf);
  const own = grantIn(viewer, candidates, contributing);
  return own ?? (organisation || onBehalfOf ? undefined : grantOperator(viewer));
};

export const mayRecordResults = allow<Registered & TakingPartInArea>(
  "groupMeasurement.record",
  tells,
);
export const mayCorrectResults = allow<Registered>("groupMeasurement.correct", keeps);
export const mayRecordSupport = allow<Registered & TakingPartInArea>("support.record", tells);
export const mayRemoveSupport = allow<Registered>("support.remove", keeps);
