import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
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
