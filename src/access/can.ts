import { forbidden, unauthenticated } from "../platform/errors.js";
import type { Action } from "./actions.js";
import type { Role, Viewer } from "./viewer.js";

/** Why something is allowed: on behalf of which organisation, or of none (a platform operator). */
export interface Grant {
  organisation: string | undefined;
}

/** A pure answer to "may this viewer do it to this subject?": the grant, or undefined for no. */
export type Policy<Subject> = (viewer: Viewer, subject: Subject) => Grant | undefined;

// The map is filled by `allow` at import, one policy an action, and never changed afterwards.
const policies = new Map<Action, Policy<never>>();

/** A policy bound to its action: what `can` and `authorise` take. */
export interface Permission<Subject> {
  action: Action;
  policy: Policy<Subject>;
}

/** Registers the one policy of an action. A second one for the same action is a programmer's error. */
export function allow<Subject>(action: Action, policy: Policy<Subject>): Permission<Subject> {
  if (policies.has(action)) throw new Error(`The action ${action} has a policy already`);
  policies.set(action, policy);
  return { action, policy };
}

/** Whether the action has a policy at all. */
export const hasPolicy = (action: Action): boolean => policies.has(action);

/** The decision; no policy means no. */
export function can<Subject>(
  viewer: Viewer,
  permission: Permission<Subject>,
  subject: Subject,
): Grant | undefined {
  return viewer.kind === "visitor" ? undefined : permission.policy(viewer, subject);
}

/** The grant, or UNAUTHENTICATED for a visitor, or FORBIDDEN. Call it before any rule or write. */
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

/** The grant on behalf of the first of `organisations` in which the viewer has one of `roles`. */
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
