import "reflect-metadata";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withConfigReference } from "../platform/config-reference.js";
import { viewsPage } from "../seed/views/views-page.js";
import { fieldsPage, withNouns } from "./access-reference/access-pages.js";
import { withComposeSettings } from "./compose-settings.js";
import { withChecks } from "./doctor/doctor-reference.js";
import { withMetricsReference } from "./metrics-reference.js";
import { hubSchema } from "./schema.js";
import { projectFolder } from "./store.js";

// Writes what of the documents follows from the code: the environment variables, also those of the compose
// file, and who may read what.
const rewrite = async (file: string, change: (text: string) => string): Promise<void> => {
  const path = join(projectFolder(), file);
  await writeFile(path, change(await readFile(path, "utf8")));
};
const write = (page: string, change: (text: string) => string) =>
  rewrite(join("docs", page), change);

await write("reference/operators/configuration.md", withConfigReference);
await write("reference/operators/monitoring.md", withMetricsReference);
await write("reference/operators/doctor.md", withChecks);
await rewrite("docker-compose.yml", withComposeSettings);
await write("access.md", withNouns);
const fields = join(projectFolder(), "docs", "reference", "access", "fields.md");
await mkdir(dirname(fields), { recursive: true });
await writeFile(
  join(projectFolder(), "docs", "reference", "portals", "shipped-views.md"),
  viewsPage(),
);
await writeFile(fields, fieldsPage(await hubSchema()));
