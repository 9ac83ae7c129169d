import { constants, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

/** How many lines of the log an error quotes. */
const QUOTED_LINES = 20;

const fileOf = (home: string): string => join(home, "postgres.log");

/**
 * Opens the log of this start, empty; the one before it is kept as `postgres.previous.log`, so
 * that the two take no more than two runs. The descriptor is the caller's to close.
 */
export function openLog(home: string): number {
  const file = fileOf(home);
  if (existsSync(file)) renameSync(file, join(home, "postgres.previous.log"));
  const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
  return openSync(file, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
}

/** An error that says what failed and quotes the end of the log. */
export function failure(what: string, home: string): Error {
  const file = fileOf(home);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-QUOTED_LINES);
  return new Error(`${what}. The last lines of ${file}:\n${lines.join("\n")}`);
}
