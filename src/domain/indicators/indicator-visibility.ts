import type { AccessScope } from "../../access/index.js";
import { type RowRef, type Sql, sql } from "../../reading/index.js";
import { seenOnceAccepted } from "../programmes/index.js";

/**
 * The indicators that the viewer can see: all that are accepted, and those that wait for a programme
 * owner's yes if the viewer belongs to their owner or coordinates for the programme's.
 */
export function visibleIndicator(scope: AccessScope, indicator: RowRef): Sql {
  return seenOnceAccepted(scope, indicator, { maker: "owner_id", accepted: sql`true` });
}
