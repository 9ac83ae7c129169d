import { allow, grantIn, grantOperator, Role } from "../../access/index.js";

/**
 * Managing webhooks: the organisation's administrators, in person. A key never sends what it reads
 * elsewhere.
 */
export const mayManageWebhooks = allow<string>(
  "organisation.manageWebhooks",
  (viewer, organisation) =>
    viewer.kind === "user" ? grantIn(viewer, [organisation], [Role.ADMIN]) : undefined,
);

/** Pausing a webhook: its administrators, and the operator, whose network it uses. */
export const mayPauseWebhook = allow<string>("organisation.pauseWebhook", (viewer, organisation) =>
  viewer.kind === "user"
    ? (grantIn(viewer, [organisation], [Role.ADMIN]) ?? grantOperator(viewer))
    : undefined,
);
