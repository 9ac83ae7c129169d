import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** What came of a command. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Where and with what a command runs. */
export interface RunOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** The file to which its output goes, instead of the result. */
  log?: number;
}

/** Runs a command to its end. */
export async function ran(
  [program = "", ...args]: readonly string[],
  { cwd, env, log }: RunOptions = {},
): Promise<Ran> {
  const output = log ?? "pipe";
  const child = spawn(program, args, {
    ...{ cwd, env: { ...process.env, ...env } },
    stdio: ["ignore", output, output],
  });
  const closed = once(child, "close");
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    closed,
  ]);
  return { code, stdout, stderr };
}

/** Runs a command that must succeed; gives what it prints, without blanks around it. */
export async function output(command: readonly string[], options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await ran(command, options);
  if (code === 0) return stdout.trim();
  throw new Error(`${command.join(" ")} ended with ${code}: ${(stderr || stdout).slice(-2000)}`);
}

/** True where a program is installed and can be started. */
export const isInstalled = (program: string): Promise<boolean> =>
  ran(["sh", "-c", 'command -v "$0"', program]).then(({ code }) => code === 0);
