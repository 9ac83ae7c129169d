import { ConsoleViewerDocument, type ConsoleViewerQuery } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useSessionState } from "../session/use-session.js";

/** An organisation of which the reader is a member. */
export type MyOrganisation = ConsoleViewerQuery["viewer"]["memberships"][number]["organisation"];

const none: MyOrganisation[] = [];

/** The organisations of which the reader is a member; none for a visitor. */
export function useMyOrganisations(): MyOrganisation[] {
  const { email } = useSessionState();
  const { data } = useAnswer(ConsoleViewerDocument, {}, { pause: email === null });
  return data?.viewer.memberships.map(({ organisation }) => organisation) ?? none;
}
