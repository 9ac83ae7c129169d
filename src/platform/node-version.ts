import module from "node:module";
import { fileURLToPath } from "node:url";

// This file and those that import it before the check must run on every Node since 16: no other
// imports, and no syntax that is newer.

/** The oldest Node that the hub runs on: the first with AsyncDisposableStack. */
const oldest = 24;

/** The reason why this Node cannot run a program of the hub; undefined where it can. */
export function nodeFault(version: string, command: string): string | undefined {
  if (Number.parseInt(version.replace("v", ""), 10) >= oldest) return undefined;
  return `This is Node ${version}, and the hub needs Node ${oldest} or newer: run \`${command}\`, which brings its own, or start it by a newer Node.`;
}

/** Where Node keeps the compiled code of the modules; without it a start takes 5 s of CPU instead of 3. */
const compiledCode = fileURLToPath(new URL("../../.compiled", import.meta.url));

/**
 * Loads and runs a program of the hub, or says in one line that this Node is too old. The program is
 * imported here and not by `import` declarations, because those run first, and a library that needs a
 * newer Node fails with a stack.
 */
export async function runOnNewNode(command: string, load: () => Promise<unknown>): Promise<void> {
  const fault = nodeFault(process.version, command);
  if (fault === undefined) {
    module.enableCompileCache(compiledCode);
    await load();
    return;
  }
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}
