import type { Command } from "commander";
import { type Config, loadConfig } from "../platform/config.js";
import { RoleFault, roleOf, setUpRoles } from "../platform/database/index.js";

/** The address of a setting that the command needs. */
function needed(config: Config, key: "databaseUrl" | "databaseOwnerUrl" | "databaseAdminUrl") {
  const address = config[key];
  const names = {
    databaseUrl: "DATABASE_URL",
    databaseOwnerUrl: "DATABASE_OWNER_URL",
    databaseAdminUrl: "DATABASE_ADMIN_URL",
  };
  if (address) return { address, setting: names[key] };
  throw new RoleFault(
    `${names[key]}: absent; the command reads all of ${Object.values(names).join(", ")}.`,
  );
}

/** Makes the roles of DATABASE_URL and DATABASE_OWNER_URL, as the role of DATABASE_ADMIN_URL. */
async function makeRoles(say: (line: string) => void): Promise<void> {
  const config = loadConfig();
  const role = (key: "databaseUrl" | "databaseOwnerUrl") => {
    const { address, setting } = needed(config, key);
    return roleOf(address, setting);
  };
  const [owner, user] = [role("databaseOwnerUrl"), role("databaseUrl")];
  await setUpRoles(needed(config, "databaseAdminUrl").address, { owner, user });
  say(
    `${owner.name} owns the database, and ${user.name} is its user: rembuk migrate gives it its rights`,
  );
}

/** Adds the command of the database's roles. */
export function addRoles(program: Command, say: (line: string) => void): void {
  program
    .command("roles")
    .description(
      "make the roles of DATABASE_OWNER_URL and DATABASE_URL with their passwords, as DATABASE_ADMIN_URL, and give all that is in the database to the owner",
    )
    .action(() => makeRoles(say));
}
