import { constants, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./errors.js";

/** Lines of the log that an error quotes. */
const quotedLines = 20;

/** The file of a home's log. */
export const logFileOf = (home: string): string => join(home, "postgres.log");

/**
 * Opens an empty log for this start. The log before it becomes `postgres.previous.log`: the two hold
 * two runs and no more. The caller closes the descriptor.
 */
export function openServerLog(home: string): number {
  const file = logFileOf(home);
  if (existsSync(file)) renameSync(file, join(home, "postgres.previous.log"));
  return openLog(file);
}

/** Opens the log of this start again, for a restart. The caller closes the descriptor. */
export const reopenServerLog = (home: string): number => openLog(logFileOf(home));

function openLog(file: string): number {
  const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
  return openSync(file, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
}

/** An error that says what failed and quotes the end of the log. */
export function failure(what: string, home: string): EmbeddedPostgresError {
  const file = logFileOf(home);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-quotedLines);
  return new EmbeddedPostgresError(`${what}. The last lines of ${file}:\n${lines.join("\n")}`);
}
