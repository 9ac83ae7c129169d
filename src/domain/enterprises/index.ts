import "./added-fields.js";
import "./added-measures.js";

// Classes.

export { EnterpriseGroup } from "./enterprise-group.js";
export { GroupMeasurement } from "./group-measurement.js";
export { Support } from "./support.js";

// Enumerations and lifecycles.

export { EnterpriseJourney } from "./enums.js";

// Use cases.

export {
  correctResults,
  groupMeasurementOnce,
  newGroupMeasurement,
} from "./group-measurement-mutations.js";
export {
  enterpriseGroupMutations,
  moveGroup,
  newEnterpriseGroup,
  updateGroup,
} from "./group-mutations.js";
export { allEnterpriseMutations } from "./mutations.js";

// Inputs and policies, for tables.

export type { UpdateEnterpriseGroupInput } from "./enterprise-inputs.js";
export { mayCorrectResults, mayUpdateGroup } from "./enterprise-policy.js";
export type { CorrectGroupMeasurementInput } from "./result-inputs.js";
