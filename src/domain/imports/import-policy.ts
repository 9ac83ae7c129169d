import { allow, contributing, grantIn, grantOperator, Role } from "../../access/index.js";

/**
 * For those who contribute or assess for the organisation that sends the table, and for the platform's
 * operator where none does. The policies of what the rows make apply to each row.
 */
export const mayImport = allow<{ organisation: string | undefined }>(
  "table.import",
  (viewer, { organisation }) =>
    organisation
      ? grantIn(viewer, [organisation], [...contributing, Role.ASSESSOR])
      : grantOperator(viewer),
);
