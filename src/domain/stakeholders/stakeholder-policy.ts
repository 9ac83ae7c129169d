import { allow, grantIn, grantOperator, Role } from "../../access/index.js";

// The policies of organisations, their members and their keys (domain, "Who may do what").

/** Registering an organisation: a platform operator. */
export const mayCreateOrganisation = allow<null>("organisation.create", grantOperator);

/** Changing an organisation's profile: its administrators and the operator. */
export const mayUpdateOrganisation = allow<string>(
  "organisation.update",
  (viewer, organisation) => grantIn(viewer, [organisation], [Role.ADMIN]) ?? grantOperator(viewer),
);

/**
 * Managing members: the organisation's administrators, and the operator, who adds the first of
 * them.
 */
export const mayManageMembers = allow<string>(
  "organisation.manageMembers",
  (viewer, organisation) => grantIn(viewer, [organisation], [Role.ADMIN]) ?? grantOperator(viewer),
);

/** Managing keys: the organisation's administrators alone, in person. A key never creates keys. */
export const mayManageKeys = allow<string>("organisation.manageKeys", (viewer, organisation) =>
  viewer.kind === "user" ? grantIn(viewer, [organisation], [Role.ADMIN]) : undefined,
);
