import { replacedBetween } from "../platform/between-lines.js";
import { configSchema } from "../platform/config-schema.js";
import { fileVariable } from "../platform/secret-files.js";
import { variablesOf } from "../platform/variables.js";

/** The lines of the compose file between which the hub's settings stand. */
const lines = ["      # settings: generated\n", "      # settings: end\n"] as const;

/** The settings that the hub's container does not take from the environment, and why. */
const apart: Record<string, string> = {
  NODE_ENV: "the image sets it",
  HOST: "the image sets it",
  PORT: "the image sets it, and its port is published",
  REMBUK_DATA: "the image sets it: the volume",
  REMBUK_USER: "the image sets its user",
  POSTGRES_RESTARTS: "there is no embedded Postgres",
  DATABASE_OWNER_URL: "the service `prepare` has it",
  DATABASE_ADMIN_URL: "the service `prepare` has it",
};

/** The names of the variables that the hub's container takes from the environment as they are. */
function passedOn(written: string): string[] {
  const variables = [...variablesOf(configSchema("production")).values()];
  return variables
    .flatMap(({ name, isSecret }) => (isSecret ? [name, fileVariable(name)] : [name]))
    .filter(
      (name) => !(name.replace(/_FILE$/, "") in apart || written.includes(`      ${name}: `)),
    );
}

/** The compose file with every setting of the schema in the environment of its hub. */
export function withComposeSettings(compose: string): string {
  // Those of the hub that are written by hand stand before.
  const [before = ""] = compose.split(lines[0]);
  const settings = passedOn(before.slice(before.indexOf("&settings"))).map(
    (name) => `      ${name}: "\${${name}:-}"\n`,
  );
  return replacedBetween(compose, lines, settings.join(""));
}
