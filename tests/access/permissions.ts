import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Permission } from "../../src/access/index.js";

const domainFolder = join(import.meta.dirname, "../../src/domain");

const isPermission = (value: unknown): value is Permission<unknown> =>
  typeof value === "object" && value !== null && "action" in value && "policy" in value;

/** Every permission that the policy files of the domain declare. */
export async function allPermissions(): Promise<Permission<unknown>[]> {
  const files = await readdir(domainFolder, { recursive: true });
  const policies = files.filter((file) => file.endsWith("-policy.js"));
  const modules = await Promise.all(policies.map((file) => import(join(domainFolder, file))));
  return modules.flatMap((module) => Object.values(module)).filter(isPermission);
}
