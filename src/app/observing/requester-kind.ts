import type { Viewer } from "../../access/index.js";

/** The kind of a requester, as logs and traces tell it: nobody is named. */
export function requesterKind({ kind, operator, sectors = [] }: Viewer): string {
  if (kind === "visitor") return kind;
  if (operator) return "operator";
  const who = kind === "key" ? "key" : "person";
  return sectors.length === 0 ? who : `${who} of ${sectors.join(", ")}`;
}
