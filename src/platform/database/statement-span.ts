import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { isRecorded, noteSpan, spanKinds } from "../tracing/tracing.js";

/** The most characters of statements whose hashes are held. */
const mostHeld = 4_000_000;

/** The digits of a hash that are shown: enough to tell some thousand statements apart. */
const shownDigits = 16;

const hashes = new LRUCache<string, string>({
  maxSize: mostHeld,
  sizeCalculation: ({ length }) => Math.max(1, length),
});

/** The name of a statement in logs and traces: the beginning of the SHA-256 of its text, hex. */
export function statementHash(text: string): string {
  const known = hashes.get(text);
  if (known) return known;
  const made = createHash("sha256").update(text).digest("hex").slice(0, shownDigits);
  hashes.set(text, made);
  return made;
}

/** The command that a statement begins with, as `SELECT`. */
export const commandOf = (text: string): string =>
  (/^[\s(]*([a-z]+)/i.exec(text)?.[1] ?? "statement").toUpperCase();

/** How a statement ended. */
export interface StatementEnd {
  /** When it was sent, by `performance.now()`. */
  started: number;
  rows?: number;
  error?: unknown;
}

/** A span of a statement that has ended, below the current one: its command, name and hash, and no value. */
export function noteStatementSpan(
  text: string,
  name: string | undefined,
  { started, rows, error }: StatementEnd,
): void {
  if (!isRecorded()) return;
  const command = commandOf(text);
  const attributes = {
    "db.system.name": "postgresql",
    "db.operation.name": command,
    "rembuk.statement.hash": statementHash(text),
    ...(name === undefined ? {} : { "rembuk.statement.name": name }),
    ...(rows === undefined ? {} : { "db.response.returned_rows": rows }),
  };
  noteSpan(`SQL ${command}`, started, attributes, { kind: spanKinds.client, error });
}
