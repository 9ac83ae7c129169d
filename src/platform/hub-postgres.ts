import { addressAs, type Roles, setUpRoles } from "./database/index.js";
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

/** The roles of the hub's own Postgres beside its superuser, who makes them. */
const roles: Roles = {
  owner: { name: `${program.name}_owner` },
  user: { name: `${program.name}_user` },
};

/** The addresses of a database for its two roles. */
export interface RoleAddresses {
  url: string;
  ownerUrl: string;
}

/** Makes the roles in a database of the hub's own Postgres, unless they are there; gives their addresses. */
export async function hubRoles(adminUrl: string): Promise<RoleAddresses> {
  await setUpRoles(adminUrl, roles);
  const { owner, user } = roles;
  return { url: addressAs(adminUrl, user.name), ownerUrl: addressAs(adminUrl, owner.name) };
}

/** Starts the hub's own Postgres; its superuser and the database are called `rembuk`. */
export const startHubPostgres = (
  options: Omit<EmbeddedPostgresOptions, "program">,
): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ ...options, program });

/** Deletes the hub's own Postgres of a folder; throws while a process uses it. */
export const eraseHubPostgres = (
  options: Omit<EmbeddedPostgresOptions, "program">,
): Promise<void> => eraseEmbeddedPostgres({ ...options, program });

/** True if the database of a folder lies elsewhere, where root made it. */
export const isDatabaseSheltered = (folder: string): boolean => isSheltered(folder, program);
