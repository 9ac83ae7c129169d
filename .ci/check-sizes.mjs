// Fails when a source file is longer than its folder allows, comments included. Biome's own rule
// for this does not count comments, so a file could grow without end behind them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const limits = { src: 300, tests: 500, bench: 500 };

/** Folders of what is generated or installed. */
const notOurs = new Set(["generated", "node_modules"]);

/** The number of line ends, as `wc -l` counts them. */
const lines = (path) => readFileSync(path, "utf8").split("\n").length - 1;

const folders = Object.entries(limits).filter(([folder]) => existsSync(folder));
const tooLong = folders.flatMap(([folder, limit]) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !name.split("/").some((part) => notOurs.has(part)))
    .map((name) => ({ path: join(folder, name), limit }))
    .map((file) => ({ ...file, count: lines(file.path) }))
    .filter(({ count, limit }) => count > limit),
);

for (const { path, count, limit } of tooLong) {
  console.error(`${path}: ${count} lines; at most ${limit} are allowed`);
}
process.exitCode = tooLong.length > 0 ? 1 : 0;
