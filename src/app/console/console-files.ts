import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { entityTagOf } from "../http/entity-tag.js";

/** A file of the console as it is served. */
export interface ConsoleFile {
  bytes: Buffer;
  /** The same in brotli, where the build found that smaller. */
  brotli: Buffer | undefined;
  type: string;
  tag: string;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

function read(path: string): ConsoleFile {
  const bytes = readFileSync(path);
  return {
    bytes,
    brotli: existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined,
    type: types[extname(path)] ?? "application/octet-stream",
    tag: entityTagOf(bytes),
  };
}

/**
 * The files of the built console by their paths in its folder, as `index.html` and `assets/….js`, read
 * once: no request reaches the disk. Undefined where the console was not built.
 */
export function readConsole(folder: string): ReadonlyMap<string, ConsoleFile> | undefined {
  if (!existsSync(join(folder, "index.html"))) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const served = names.filter((name) => types[extname(name)] !== undefined);
  return new Map(served.map((name) => [name, read(join(folder, name))]));
}
