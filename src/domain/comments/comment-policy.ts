import { allow, contributing, grantIn, Role, type Viewer } from "../../access/index.js";

// The policies of comments (domain, "Who may do what").

const members: readonly Role[] = Object.values(Role);
/** A key that only reads does not write. */
const writing = (viewer: Viewer): readonly Role[] =>
  viewer.kind === "key" ? members.filter((role) => role !== Role.VIEWER) : members;

/** Commenting: everybody who reads the subject as a member of an organisation, on its behalf. */
export const mayComment = allow<{ onBehalfOf: string | undefined }>(
  "comment.add",
  (viewer, { onBehalfOf }) => {
    const own = [...viewer.memberships.keys()].sort();
    return grantIn(
      viewer,
      own.filter((id) => !onBehalfOf || id === onBehalfOf),
      writing(viewer),
    );
  },
);

/** The facts of a comment: its author's organisation and person; no person for an API key. */
export interface Author {
  organisation: string;
  user: string | undefined;
}

/**
 * Taking a comment back: its author. What an API key wrote is its organisation's own: those who contribute
 * for it take it back.
 */
export const mayTakeBack = allow<Author>("comment.takeBack", (viewer, { organisation, user }) => {
  if (user) return viewer.userId === user ? { organisation } : undefined;
  return grantIn(viewer, [organisation], contributing);
});
