// Builds the console into dist/console, where its sources have changed since it was built.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { filesBelow, hashOf, isBuiltOf } from "../build-sources.mjs";

const sources = dirname(fileURLToPath(import.meta.url));
const project = join(sources, "..", "..");
const built = join(project, "dist", "console");
const mark = join(built, ".sources");

/** A hash of everything that the build reads; the lockfile names the libraries. */
const hashOfConsole = () =>
  hashOf(project, [
    ...filesBelow(sources),
    ...filesBelow(join(project, "schema", "clients")),
    join(project, "package-lock.json"),
  ]);

/**
 * Writes each text of the build in brotli too: the hub sends it so to browsers. The best quality but one:
 * the best takes three times as long, two thirds of the whole build, for files 2 % smaller.
 */
function compress() {
  const quality = constants.BROTLI_MAX_QUALITY - 1;
  for (const path of filesBelow(built)) {
    if (!/\.(?:js|css|html|json|svg|webmanifest)$/.test(path)) continue;
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const brotli = brotliCompressSync(bytes, { params });
    if (brotli.length < bytes.length) writeFileSync(`${path}.br`, brotli);
  }
}

/** Builds the console, unless its sources are those of the last build. */
export async function buildConsole() {
  const hash = hashOfConsole();
  if (isBuiltOf(mark, hash)) return;
  const { build } = await import("vite");
  await build({ configFile: join(sources, "vite.config.ts"), logLevel: "warn" });
  const { buildWorker } = await import("./build/worker.mjs");
  await buildWorker(sources, built, hash.slice(0, 16));
  compress();
  writeFileSync(mark, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole();
