import "./added-fields.js";

// Classes.

export { EnterpriseGroup } from "./enterprise-group.js";
export { GroupMeasurement } from "./group-measurement.js";
export { Support } from "./support.js";

// Enumerations and lifecycles.

export { EnterpriseJourney } from "./enums.js";

// Use cases.

export { groupMeasurementOnce, newGroupMeasurement } from "./group-measurement-mutations.js";
export { enterpriseGroupMutations, newEnterpriseGroup } from "./group-mutations.js";
export { allEnterpriseMutations } from "./mutations.js";
