import { forbidden, unauthenticated } from "../platform/errors.js";
import type { Action } from "./actions.js";
import type { Role, Viewer } from "./viewer.js";

/** The approval of an action. */
export interface Grant {
  /** The organisation on whose behalf it is done; undefined for a platform operator. */
  organisation: string | undefined;
}

/** A pure function that decides whether a viewer may act on a subject: the grant, or undefined for no. */
export type Policy<Subject> = (viewer: Viewer, subject: Subject) => Grant | undefined;

/**
 * An action with its policy. `can` and `authorise` take nothing else: without a policy there is no
 * permission to check, and no way to do the action.
 */
export interface Permission<Subject> {
  action: Action;
  policy: Policy<Subject>;
}

/** Gives an action its policy. Each action has one; a test looks for missing and double ones. */
export const allow = <Subject>(action: Action, policy: Policy<Subject>): Permission<Subject> => ({
  action,
  policy,
});

/** Decides on an action: the grant, or undefined for no. A visitor may do nothing. */
export function can<Subject>(
  viewer: Viewer,
  permission: Permission<Subject>,
  subject: Subject,
): Grant | undefined {
  return viewer.kind === "visitor" ? undefined : permission.policy(viewer, subject);
}

/**
 * The grant of an action. Throws UNAUTHENTICATED for a visitor, FORBIDDEN for a viewer who may not. Call
 * it before any rule or write.
 */
export function authorise<Subject>(
  viewer: Viewer,
  permission: Permission<Subject>,
  subject: Subject,
): Grant {
  if (viewer.kind === "visitor") throw unauthenticated();
  const grant = can(viewer, permission, subject);
  if (!grant) throw forbidden();
  return grant;
}

/** The grant for the first of `organisations` in which the viewer has one of `roles`. */
export function grantIn(
  viewer: Viewer,
  organisations: readonly (string | null | undefined)[],
  roles: readonly Role[],
): Grant | undefined {
  for (const organisation of organisations) {
    const held = organisation ? viewer.memberships.get(organisation) : undefined;
    if (organisation && held && roles.some((role) => held.has(role))) return { organisation };
  }
  return undefined;
}

/** The grant of a platform operator, who acts for no organisation. */
export const grantOperator = (viewer: Viewer): Grant | undefined =>
  viewer.operator ? { organisation: undefined } : undefined;
