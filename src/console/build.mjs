// Builds the console into dist/console, where its sources have changed since it was built.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const sources = dirname(fileURLToPath(import.meta.url));
const project = join(sources, "..", "..");
const built = join(project, "dist", "console");
const mark = join(built, ".sources");

/** The files below a folder, in a fixed order. */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** A hash of everything that the build reads; the lockfile names the libraries. */
function hashOfSources() {
  const hash = createHash("sha256");
  const clients = join(project, "schema", "clients");
  const files = [
    ...filesBelow(sources),
    ...filesBelow(clients),
    join(project, "package-lock.json"),
  ];
  for (const path of files) hash.update(path.slice(project.length)).update(readFileSync(path));
  return hash.digest("hex");
}

/** Writes each text of the build in brotli too: the hub sends it so to browsers. */
function compress() {
  for (const path of filesBelow(built)) {
    if (!/\.(?:js|css|html|json|svg|webmanifest)$/.test(path)) continue;
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const brotli = brotliCompressSync(bytes, { params });
    if (brotli.length < bytes.length) writeFileSync(`${path}.br`, brotli);
  }
}

const hash = hashOfSources();
if (!existsSync(mark) || readFileSync(mark, "utf8") !== hash) {
  const { build } = await import("vite");
  await build({ configFile: join(sources, "vite.config.ts"), logLevel: "warn" });
  const { buildWorker } = await import("./build/worker.mjs");
  await buildWorker(sources, built, hash.slice(0, 16));
  compress();
  writeFileSync(mark, hash);
}
