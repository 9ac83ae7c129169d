import { LoopShare } from "../platform/loop-share.js";

/** The number of subscribers that catch up at a time. */
const mostAtOnce = 32;
/** The time after which one whose client takes nothing leaves its turn to others, in milliseconds. */
const slowMs = 100;
/** One in so many turns is for the subscriber that has waited longest, the others for the newest positions. */
const eldestEvery = 4;

/** A subscriber that is far behind the ledger's head. */
export interface Behind {
  readonly position: number;
  /** While its client takes nothing, the number of pages that it has taken; else undefined. */
  readonly fullAt: number | undefined;
  /** Called when its turn begins. */
  go(): void;
  /** Called when its turn is over before it has caught up: it asks for another once its client takes more. */
  pause(): void;
}

/** The place of a subscriber that waits for its turn, or has it. */
export interface CatchUpTurn {
  /** Ends it, or the wait for it. */
  end(): void;
}

interface Place {
  behind: Behind;
  /** How often its client took nothing: those that read come before those that do not. */
  slow: number;
  /** As its `fullAt` was when it was last looked at. */
  fullAt?: number | undefined;
}

/** True where one place comes before another: the one that has the least to catch up. */
const isSooner = (one: Place, other: Place): boolean =>
  one.slow === other.slow ? one.behind.position > other.behind.position : one.slow < other.slow;

/**
 * The turns of subscribers who catch up. Few have one at a time, and keep it until they have caught up, so that
 * they are finished one after another: all at once would all be finished last. What they are given takes turns
 * with live delivery and requests (`share`).
 */
export class CatchUp {
  readonly share = new LoopShare();
  /** In the order in which they came. */
  private readonly waiting = new Set<Place>();
  private readonly running = new Set<Place>();
  private granted = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly atOnce = mostAtOnce) {}

  /** The number of those that wait. */
  get waitingCount(): number {
    return this.waiting.size;
  }

  /** Waits for a turn; `slow`: how often the subscriber has lost one as its client took nothing. */
  enter(behind: Behind, slow: number): CatchUpTurn {
    const place: Place = { behind, slow };
    this.waiting.add(place);
    this.serve();
    return { end: () => this.leave(place) };
  }

  private leave(place: Place): void {
    this.waiting.delete(place);
    if (this.running.delete(place)) this.serve();
  }

  private serve(): void {
    while (this.running.size < this.atOnce) {
      const next = this.next();
      if (!next) break;
      this.waiting.delete(next);
      this.running.add(next);
      this.granted += 1;
      // Not now: the subscriber is about to note its place.
      this.share.do(() => {
        if (this.running.has(next)) next.behind.go();
        return undefined;
      });
    }
    this.watch();
  }

  private next(): Place | undefined {
    let first: Place | undefined;
    for (const place of this.waiting) {
      if (this.granted % eldestEvery === 0) return place;
      if (!first || isSooner(place, first)) first = place;
    }
    return first;
  }

  /** Looks at those who have a turn as long as others wait for one. */
  private watch(): void {
    if (this.timer || this.waiting.size === 0) return;
    this.timer = setInterval(() => this.pauseSlow(), slowMs).unref();
  }

  private pauseSlow(): void {
    if (this.waiting.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    for (const place of [...this.running]) {
      const { behind, fullAt } = place;
      place.fullAt = behind.fullAt;
      if (fullAt === undefined || behind.fullAt !== fullAt) continue;
      behind.pause();
      this.leave(place);
    }
  }
}
