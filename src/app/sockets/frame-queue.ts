import type { Duplex } from "node:stream";

/** Whole frames in pieces, and what is called when they have left the process or are dropped. */
interface Frames {
  pieces: readonly Buffer[];
  written: () => void;
}

/**
 * The frames of one socket that its connection takes no more of for now. They wait here and not in the
 * connection, from which nothing can be taken back: a close frame passes them where the client does not read.
 */
export class FrameQueue {
  private waiting: Frames[] = [];
  private waitingBytes = 0;
  private emptied: PromiseWithResolvers<void> | undefined;

  constructor(private readonly connection: Duplex) {
    connection.on("drain", () => this.flush());
    connection.once("close", () => this.drop());
  }

  /** The bytes that wait, and not in the connection. */
  get bytes(): number {
    return this.waitingBytes;
  }

  /** Writes whole frames in pieces; false where the connection takes no more for now. */
  write(pieces: readonly Buffer[], written: () => void): boolean {
    if (this.waiting.length === 0 && !this.connection.writableNeedDrain) {
      return this.pass({ pieces, written });
    }
    this.waiting.push({ pieces, written });
    this.waitingBytes += lengthOf(pieces);
    return false;
  }

  /** Resolves when nothing waits and the connection takes more, or is gone. */
  drained(): Promise<void> {
    this.emptied ??= Promise.withResolvers();
    return this.emptied.promise;
  }

  /** Gives all that waits to the connection, before its last frame. */
  passAll(): void {
    for (const frames of this.take()) this.pass(frames);
  }

  /** Drops what waits. */
  drop(): void {
    for (const { written } of this.take()) written();
    this.empty();
  }

  private flush(): void {
    if (!this.connection.writable) this.drop();
    let next = this.waiting.shift();
    while (next) {
      this.waitingBytes -= lengthOf(next.pieces);
      if (!this.pass(next)) return;
      next = this.waiting.shift();
    }
    this.empty();
  }

  private take(): Frames[] {
    const { waiting } = this;
    this.waiting = [];
    this.waitingBytes = 0;
    return waiting;
  }

  private empty(): void {
    this.emptied?.resolve();
    this.emptied = undefined;
  }

  private pass({ pieces, written }: Frames): boolean {
    const { connection } = this;
    const last = pieces.length - 1;
    if (last > 0) connection.cork();
    for (let at = 0; at < last; at += 1) connection.write(pieces[at]);
    const takesMore = connection.write(pieces[last], written);
    if (last > 0) connection.uncork();
    return takesMore;
  }
}

const lengthOf = (pieces: readonly Buffer[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);
