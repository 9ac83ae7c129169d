import { allow, grantIn, grantOperator, Role } from "../../access/index.js";

// Who may do what with organisations, their members and their keys (domain, "Who may do what").

/** A platform operator manages organisations. */
export const mayCreateOrganisation = allow<null>("organisation.create", grantOperator);

/** The organisation's profile is for its administrators and the operator. */
export const mayUpdateOrganisation = allow<string>(
  "organisation.update",
  (viewer, organisation) => grantIn(viewer, [organisation], [Role.ADMIN]) ?? grantOperator(viewer),
);

/** Members are for the organisation's administrators; the operator adds the first of them. */
export const mayManageMembers = allow<string>(
  "organisation.manageMembers",
  (viewer, organisation) => grantIn(viewer, [organisation], [Role.ADMIN]) ?? grantOperator(viewer),
);

/** Keys are for the organisation's administrators alone, in person: a key never makes keys. */
export const mayManageKeys = allow<string>("organisation.manageKeys", (viewer, organisation) =>
  viewer.kind === "user" ? grantIn(viewer, [organisation], [Role.ADMIN]) : undefined,
);
