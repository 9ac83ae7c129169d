import { ConsoleViewerDocument, type ConsoleViewerQuery, type Role } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useSessionState } from "./use-session.js";

/** What the reader is in one organisation. */
export type Membership = ConsoleViewerQuery["viewer"]["memberships"][number];

/** An organisation of which the reader is a member. */
export type MyOrganisation = Membership["organisation"];

const none: readonly Membership[] = [];

/** What the reader is, and where; none for a visitor, undefined until the hub has said it. */
export function useMemberships(): readonly Membership[] | undefined {
  const { token, away } = useSessionState();
  const { data } = useAnswer(ConsoleViewerDocument, {}, { pause: token === null });
  return token === null && !away ? none : data?.viewer.memberships;
}

/** The organisations of which the reader is a member. */
export const useMyOrganisations = (): MyOrganisation[] =>
  (useMemberships() ?? none).map(({ organisation }) => organisation);

/** The memberships in which the viewer has one of these roles. */
export const withRole = (memberships: readonly Membership[], ...roles: Role[]): Membership[] =>
  memberships.filter((membership) => membership.roles.some((role) => roles.includes(role)));

/** The id of the reader as a person; undefined for a visitor, and until the hub has said it. */
export function useMyUser(): string | undefined {
  const { token } = useSessionState();
  const { data } = useAnswer(ConsoleViewerDocument, {}, { pause: token === null });
  return token === null ? undefined : data?.viewer.user?.id;
}
