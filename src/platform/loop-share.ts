import { setImmediate } from "node:timers/promises";

/**
 * The time for which all work of one share may hold the event loop in one turn of it, in milliseconds: a request
 * crosses the loop some six times, and waits about so long each time.
 */
const sliceMs = 3;
/** The ticks after which a piece that has not ended is taken to wait for something. */
const mostTicks = 50;

const nextTick = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Work that must not fail; it may go on after its return, until its promise resolves. */
type Piece = () => Promise<void> | undefined;

/**
 * A share of the event loop for work that many wait for. Its pieces are done one after another, in the order in
 * which they were given; after a slice, however many are left, the loop has a whole turn for everything else. A
 * `TimeSlice` bounds one task; several of them in one turn hold the loop for a slice each.
 */
export class LoopShare {
  private readonly pieces: Piece[] = [];
  private isRunning = false;

  /** Does a piece of work once it has its turn. What waits for something outside the process delays no other. */
  do(piece: Piece): void {
    this.pieces.push(piece);
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.pieces.length > 0) {
      await setImmediate();
      const until = performance.now() + sliceMs;
      do await this.whole(this.pieces.shift());
      while (this.pieces.length > 0 && performance.now() < until);
    }
    this.isRunning = false;
  }

  /** Does a piece, and what follows of it in ticks, as the rest of a page that a socket takes at once. */
  private async whole(piece: Piece | undefined): Promise<void> {
    const rest = piece?.();
    let isOver = rest === undefined;
    void rest?.then(() => {
      isOver = true;
    });
    for (let ticks = 0; !isOver && ticks < mostTicks; ticks += 1) await nextTick();
  }
}
