import { allow, contributing, grantIn } from "../../access/index.js";
import { grantWriter } from "../stakeholders/index.js";

// The policies of comments (domain, "Who may do what").

/** Commenting: everybody who reads the subject as a member of an organisation, on its behalf. */
export const mayComment = allow<{ onBehalfOf: string | undefined }>(
  "comment.add",
  (viewer, { onBehalfOf }) => grantWriter(viewer, onBehalfOf),
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
