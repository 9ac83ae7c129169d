import { ConsoleViewerDocument, type ConsoleViewerQuery, type Role } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";

type Membership = ConsoleViewerQuery["viewer"]["memberships"][number];

/** What the viewer is, and where; undefined until the hub has said it. */
export function useMemberships(): readonly Membership[] | undefined {
  return useAnswer(ConsoleViewerDocument, {}).data?.viewer.memberships;
}

/** The memberships in which the viewer has one of these roles. */
export const withRole = (memberships: readonly Membership[], ...roles: Role[]): Membership[] =>
  memberships.filter((membership) => membership.roles.some((role) => roles.includes(role)));
