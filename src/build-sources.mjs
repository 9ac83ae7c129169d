// Whether a build is of the present sources: a hash of all that it reads, kept beside what it wrote.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The files below a folder, in a fixed order, without those that `leaves` names. */
export const filesBelow = (folder, leaves = () => false) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !leaves(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** A hash of the names and contents of files. */
export function hashOf(project, files) {
  const hash = createHash("sha256");
  for (const path of files) hash.update(path.slice(project.length)).update(readFileSync(path));
  return hash.digest("hex");
}

/** True where the build that wrote this mark was of sources with this hash. */
export const isBuiltOf = (mark, hash) => existsSync(mark) && readFileSync(mark, "utf8") === hash;
