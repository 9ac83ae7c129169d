import { allow, grantIn, grantOperator, Role } from "../../access/index.js";

const everybody = Object.values(Role);

/** Starting an export: members and keys of an organisation, and the platform's operator. */
export const mayStartExport = allow<{ organisation: string | undefined }>(
  "export.start",
  (viewer, { organisation }) =>
    organisation ? grantIn(viewer, [organisation], everybody) : grantOperator(viewer),
);

/** The facts of an export: for whom it was started, and by whom. */
export interface ExportFacts {
  organisation: string | undefined;
  holder: string | null | undefined;
}

/** Cancelling an export, and reading its file: who started it. */
export const mayUseExport = allow<ExportFacts>("export.use", (viewer, { organisation, holder }) => {
  const { userId, keyId } = viewer;
  const isHolder = (userId ?? keyId ?? null) === (holder ?? null);
  if (!isHolder) return undefined;
  return organisation ? grantIn(viewer, [organisation], everybody) : grantOperator(viewer);
});
