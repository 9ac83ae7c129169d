// Builds the hub into dist/src, and the console beside it, each where its sources have changed since then.
import { spawn } from "node:child_process";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow, hashOf, isBuiltOf } from "./build-sources.mjs";
import { buildConsole } from "./console/build.mjs";

const sources = dirname(fileURLToPath(import.meta.url));
const project = join(sources, "..");
const dist = join(project, "dist");
const mark = join(dist, ".hub-sources");
/** What a build of everything leaves: it writes the hub too, of whatever sources were there. */
const whole = join(dist, ".tsbuildinfo");

const hashOfHub = () =>
  hashOf(project, [
    ...filesBelow(sources, (name) => name.startsWith("console")),
    ...filesBelow(join(project, "migrations")),
    ...["tsconfig.json", "package-lock.json"].map((name) => join(project, name)),
  ]);

const isOverwritten = () => existsSync(whole) && statSync(whole).mtimeMs > statSync(mark).mtimeMs;

function compile() {
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin",
    "tsc",
  );
  const compiler = spawn(process.execPath, [tsc, "-p", sources], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    compiler.once("error", reject);
    compiler.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("tsc has found errors")),
    );
  });
}

async function buildHub() {
  const hash = hashOfHub();
  const isThere = existsSync(join(dist, "src", "main.js"));
  if (isThere && isBuiltOf(mark, hash) && !isOverwritten()) return;
  rmSync(mark, { force: true });
  await compile();
  writeFileSync(mark, hash);
}

/** Side by side: each leaves a core idle for a part of its time. */
const parts = process.argv.includes("--hub-only") ? [buildHub()] : [buildHub(), buildConsole()];
const [failed] = (await Promise.allSettled(parts)).filter(({ status }) => status === "rejected");
if (failed) {
  process.stderr.write(`${failed.reason.stack}\n`);
  process.exitCode = 1;
}
