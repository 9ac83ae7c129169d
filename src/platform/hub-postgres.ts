import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  eraseEmbeddedPostgres,
  isSheltered,
  startEmbeddedPostgres,
} from "./embedded-postgres/index.js";

export { EmbeddedPostgresError, EmbeddedPostgresLocked } from "./embedded-postgres/index.js";

const program = {
  name: "rembuk",
  title: "hub",
  folderSetting: "REMBUK_DATA",
  serverSetting: "DATABASE_URL",
};

/** Starts the hub's own Postgres; the user and the database are called `rembuk`. */
export const startHubPostgres = (
  options: Omit<EmbeddedPostgresOptions, "program">,
): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ ...options, program });

/** Deletes the hub's own Postgres of a folder; throws while a process uses it. */
export const eraseHubPostgres = (
  options: Omit<EmbeddedPostgresOptions, "program">,
): Promise<void> => eraseEmbeddedPostgres({ ...options, program });

/** True if the database of a folder lies elsewhere, where root made it. */
export const isDatabaseSheltered = (folder: string): boolean => isSheltered(folder, program);
