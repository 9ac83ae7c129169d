import type { ActionDetailQuery } from "../../generated/graphql.js";

/** An action with all that its page shows. */
export type ActionDetail = NonNullable<ActionDetailQuery["action"]>;
