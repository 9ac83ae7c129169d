import { allow, contributing, grantIn, grantOperator, Role } from "../../access/index.js";

/**
 * The policy for tables: contributors and assessors of the organisation that sends the table, and the
 * platform's operator for a table without one. The policies of the use cases apply to each row.
 */
export const mayImport = allow<{ organisation: string | undefined }>(
  "table.import",
  (viewer, { organisation }) =>
    organisation
      ? grantIn(viewer, [organisation], [...contributing, Role.ASSESSOR])
      : grantOperator(viewer),
);

/** Taking an import back: for those who may send one for the organisation. */
export const mayUndoImport = allow<{ organisation: string | undefined }>(
  "table.undo",
  mayImport.policy,
);
