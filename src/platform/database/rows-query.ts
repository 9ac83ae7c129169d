import type pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { countOf } from "./prepared-query.js";
import { parseOnce, type Wire } from "./wire.js";

// A statement whose rows go to a tap: the driver is asked for no description of its columns and makes nothing of
// its rows. All else of the protocol stays with the driver.

/** Runs the only portal to its end, and ends the message: Execute and Sync of Postgres' protocol. */
const runToEnd = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4]);

const bindKind = "B".charCodeAt(0);
/** The length of a null. */
const ofNull = -1;

/** The bytes of a Bind beside its name and values: kind, length, ends of two names, and three counts. */
const usualBytes = 1 + 4 + 2 + 3 * 2;

/** A value as the driver would send it; bytes are sent as text too. */
function textOf(value: unknown): string | null {
  const prepared = prepareValue(value) ?? null;
  if (Buffer.isBuffer(prepared)) return `\\x${prepared.toString("hex")}`;
  return prepared === null ? null : String(prepared);
}

/** Binds values to a statement and runs it, in one piece. */
function bindAndRun(name: string, values: readonly unknown[]): Buffer {
  const texts = values.map(textOf);
  const lengths = texts.map((text) => (text === null ? ofNull : Buffer.byteLength(text)));
  const length = lengths.reduce(
    (sum, one) => sum + 4 + Math.max(one, 0),
    usualBytes + Buffer.byteLength(name),
  );
  const bytes = Buffer.allocUnsafe(length + runToEnd.length);
  bytes[0] = bindKind;
  bytes.writeInt32BE(length - 1, 1);
  bytes[5] = 0;
  let at = 6 + bytes.write(name, 6);
  bytes[at++] = 0;
  // No formats: all values are texts.
  at = bytes.writeInt16BE(0, at);
  at = bytes.writeInt16BE(texts.length, at);
  for (const [place, text] of texts.entries()) {
    at = bytes.writeInt32BE(lengths[place] ?? ofNull, at);
    if (text !== null) at += bytes.write(text, at);
  }
  at = bytes.writeInt16BE(0, at);
  runToEnd.copy(bytes, at);
  return bytes;
}

/** The statement as the driver runs it; without a name it is not prepared. */
class RowsQuery implements pg.Submittable {
  /** Resolves when Postgres has answered it whole; rejects with its error, or that of the connection. */
  readonly finished: Promise<void>;
  /** The rows that it gave, once it was answered. */
  rowCount = 0;
  private finish: () => void = () => {};
  private fail: (error: Error) => void = () => {};

  constructor(
    readonly name: string,
    readonly text: string,
    readonly values: readonly unknown[],
    /** Binds the values and runs it. */
    private readonly message: Buffer,
  ) {
    this.finished = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
  }

  submit(connection: pg.Connection): null {
    const wire = connection as unknown as Wire;
    // The driver tells each statement of a connection that has ended.
    if (!wire.stream.writable) return null;
    wire.stream.cork();
    parseOnce(wire, this);
    wire.stream.write(this.message);
    wire.stream.uncork();
    return null;
  }

  handleError(error: Error): void {
    this.fail(error);
  }

  handleReadyForQuery(): void {
    this.finish();
  }

  // All that the driver may call. Rows come to it only where nobody takes them.

  handleRowDescription(): void {}

  handleDataRow(): void {}

  handlePortalSuspended(): void {}

  handleCommandComplete({ text }: { text: string }): void {
    this.rowCount = countOf(text);
  }

  handleEmptyQuery(): void {}
}

/** Runs a statement whose rows a tap takes. */
export function runToTap(
  client: pg.PoolClient,
  { name = "", text, values = [] }: pg.QueryConfig,
): Promise<void> {
  return client.query(new RowsQuery(name, text, values, bindAndRun(name, values))).finished;
}
