import type { Viewer } from "../access/index.js";

/** The platform's operator, as whom the hub itself writes. The ledger calls it `operator`. */
export const operator: Viewer = { kind: "user", operator: true, memberships: new Map() };
