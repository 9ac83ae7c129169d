// Classes.

export { ApiKey } from "./api-key.js";
export { Membership } from "./membership.js";
export { Organisation } from "./organisation.js";
export { User } from "./user.js";

// Enumerations and lifecycles.

export { ApiKeyScope } from "./api-key.js";
export { Sector } from "./organisation.js";

// Use cases.

export { membershipMutations } from "./membership-mutations.js";
export { allStakeholderMutations } from "./mutations.js";
export { organisationMutations } from "./organisation-mutations.js";
export { Viewer, ViewerResolver } from "./viewer-resolver.js";

// Policies, filters and rules.

export { actingOrganisation, actingUser } from "./acting.js";
export { grantWriter } from "./stakeholder-policy.js";
export {
  rolesOf,
  viewerByKey,
  viewerByToken,
  viewerByTokenWithin,
  viewerOfKey,
  viewerOfKeyWithin,
  viewerOfUser,
  viewerTables,
} from "./viewers.js";
