import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectFolder } from "../../../src/app/store.js";

/** Runs one of the two programs (`main`, `cli`) to its end, as its user does in a terminal. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd?: string; env: Record<string, string> },
) {
  const compiled = join(projectFolder(), "dist", "src", `${program}.js`);
  const child = spawn(process.execPath, [compiled, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, stdout, stderr };
}
