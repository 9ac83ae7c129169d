import { allow, contributing, grantIn, grantOperator, Role } from "../../access/index.js";

/**
 * Those who contribute or assess send tables for their organisation, and the platform's operator for
 * none. What single rows may do, the policies of what they make say.
 */
export const mayImport = allow<{ organisation: string | undefined }>(
  "table.import",
  (viewer, { organisation }) =>
    organisation
      ? grantIn(viewer, [organisation], [...contributing, Role.ASSESSOR])
      : grantOperator(viewer),
);
