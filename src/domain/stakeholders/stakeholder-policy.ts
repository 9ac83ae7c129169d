import {
  allow,
  type Grant,
  grantIn,
  grantOperator,
  Role,
  type Viewer,
} from "../../access/index.js";

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

const members: readonly Role[] = Object.values(Role);
/** A key that only reads does not write. */
const writing = (viewer: Viewer): readonly Role[] =>
  viewer.kind === "key" ? members.filter((role) => role !== Role.VIEWER) : members;

/**
 * The grant for what every member of an organisation may write under its name, as comments: in the first of
 * the viewer's organisations, or in the one that they name.
 */
export function grantWriter(viewer: Viewer, onBehalfOf: string | undefined): Grant | undefined {
  const own = [...viewer.memberships.keys()].sort();
  const named = own.filter((id) => !onBehalfOf || id === onBehalfOf);
  return grantIn(viewer, named, writing(viewer));
}
