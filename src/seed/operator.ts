import type { Viewer } from "../access/index.js";

/** The platform's operator, as which the hub itself writes; `operator` in the ledger. */
export const operator: Viewer = { kind: "user", operator: true, memberships: new Map() };
