import type { Socket } from "node:net";
import type pg from "pg";

// The driver makes a text of every value that Postgres sends, and an object of every row. A tap takes the bytes
// of rows before that.

/** The kind of a message of Postgres, and its length in four bytes, which count themselves. */
const headBytes = 5;
const lengthBytes = 4;
const dataRow = "D".charCodeAt(0);

/** The bytes that are held for rows from the start, and the most that are held between two statements. */
const usualBytes = 65_536;
const mostKept = 1_048_576;

/** Takes data rows out of what Postgres sends on a connection; all else goes on to the driver. */
export class RowTap {
  /** The most bytes of rows that are held; undefined while rows go on. */
  private most: number | undefined;
  private rows = Buffer.allocUnsafeSlow(usualBytes);
  private length = 0;
  private isTooLong = false;
  private readonly head = Buffer.alloc(headBytes);
  /** The bytes of `head` that have come. */
  private headLength = 0;
  /** The bytes of the present message that are still to come. */
  private left = 0;
  /** True while the present message is a row that does not go on. */
  private isHeld = false;

  constructor(private readonly goOn: (bytes: Buffer) => void) {}

  /** Has the next rows taken, of `most` bytes together at most. */
  open(most: number): void {
    this.most = most;
    if (this.rows.length > mostKept) this.rows = Buffer.allocUnsafeSlow(usualBytes);
    this.length = 0;
    this.isTooLong = false;
  }

  /**
   * Has rows go on again. The rows that were taken, side by side: each begins with its length in four bytes,
   * which count themselves. They hold until more comes from Postgres. Undefined where they had more bytes than
   * were to be held.
   */
  close(): Buffer | undefined {
    const { rows, length, isTooLong } = this;
    this.most = undefined;
    return isTooLong ? undefined : rows.subarray(0, length);
  }

  /** Takes what has come, which begins where the last part ended. */
  take(chunk: Buffer): void {
    let at = 0;
    /** The beginning of what goes on and has not gone yet. */
    let from = 0;
    while (at < chunk.length) {
      if (this.left > 0) {
        at += this.readBody(chunk, at);
        if (this.isHeld) from = at;
        continue;
      }
      const whole = this.readWhole(chunk, at);
      const read = whole || this.readHead(chunk, at);
      const isHeldBack = whole > 0 || this.isHeld || this.headLength > 0;
      if (isHeldBack) this.pass(chunk, from, at);
      else if (read < headBytes) this.goOn(Buffer.from(this.head));
      at += read;
      if (isHeldBack || read < headBytes) from = at;
    }
    this.pass(chunk, from, at);
  }

  /** Reads a row that is to be taken and has come whole; the number of bytes, 0 for all else. */
  private readWhole(chunk: Buffer, at: number): number {
    if (this.most === undefined || this.headLength > 0 || chunk[at] !== dataRow) return 0;
    if (chunk.length - at < headBytes) return 0;
    const length = chunk.readInt32BE(at + 1);
    const end = at + 1 + length;
    if (end > chunk.length) return 0;
    if (this.hasRoom(length)) this.hold(chunk, at + 1, end);
    return end - at;
  }

  /** Reads the head of a message, or as much of it as has come; the number of bytes. */
  private readHead(chunk: Buffer, at: number): number {
    const read = chunk.copy(this.head, this.headLength, at);
    this.headLength += read;
    if (this.headLength < headBytes) return read;
    this.headLength = 0;
    const length = this.head.readInt32BE(1);
    this.left = length - lengthBytes;
    this.isHeld = this.most !== undefined && this.head[0] === dataRow;
    if (this.isHeld && this.hasRoom(length)) this.hold(this.head, 1, headBytes);
    return read;
  }

  /** Reads the present message, or as much of it as has come; the number of bytes. */
  private readBody(chunk: Buffer, at: number): number {
    const read = Math.min(this.left, chunk.length - at);
    if (this.isHeld && !this.isTooLong) this.hold(chunk, at, at + read);
    this.left -= read;
    return read;
  }

  /** Makes room for a row; false, from then on, where there would be too many bytes. */
  private hasRoom(length: number): boolean {
    const least = this.length + length;
    if (least > (this.most ?? 0)) this.isTooLong = true;
    if (this.isTooLong) return false;
    if (least > this.rows.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(least, this.rows.length * 2));
      this.rows.copy(grown, 0, 0, this.length);
      this.rows = grown;
    }
    return true;
  }

  private hold(bytes: Buffer, from: number, to: number): void {
    this.length += bytes.copy(this.rows, this.length, from, to);
  }

  private pass(chunk: Buffer, from: number, to: number): void {
    if (to > from) this.goOn(chunk.subarray(from, to));
  }
}

/** The parts of the driver's client that its types leave out. */
interface Wire {
  connection: { stream: Socket };
}

const taps = new WeakMap<pg.ClientBase, RowTap>();

/**
 * The tap of a connection on which nothing is under way. The first call puts it between the socket and the
 * driver's parser.
 */
export function rowTapOf(client: pg.ClientBase): RowTap {
  const known = taps.get(client);
  if (known) return known;
  const { stream } = (client as unknown as Wire).connection;
  const [parser, ...others] = stream.listeners("data");
  if (!parser || others.length > 0) throw new Error("the driver reads its socket in another way");
  const goOn = parser as (bytes: Buffer) => void;
  const tap = new RowTap((bytes) => goOn.call(stream, bytes));
  stream.off("data", goOn);
  stream.on("data", (bytes: Buffer) => tap.take(bytes));
  taps.set(client, tap);
  return tap;
}
