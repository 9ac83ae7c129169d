import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  isSheltered,
  startEmbeddedPostgres,
} from "./embedded-postgres/index.js";

export { EmbeddedPostgresLocked } from "./embedded-postgres/index.js";

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

/** True if the database of a folder lies elsewhere, where root made it. */
export const isDatabaseSheltered = (folder: string): boolean => isSheltered(folder, program);
