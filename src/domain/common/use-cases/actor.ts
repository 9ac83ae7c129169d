import type { Viewer } from "../../../access/index.js";
import { unauthenticated } from "../../../platform/errors.js";

/** The ledger's name for the viewer who acts; UNAUTHENTICATED for a visitor, who never writes. */
export function actorOf({ kind, userId, keyId, operator }: Viewer): string {
  if (kind === "visitor") throw unauthenticated();
  if (kind === "key") return `key:${keyId}`;
  if (userId) return `user:${userId}`;
  return operator ? "operator" : "hub";
}
