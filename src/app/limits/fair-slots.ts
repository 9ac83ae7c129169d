/** Gives back what was taken; a second call does nothing. */
export type Release = () => void;

const once = (work: () => void): Release => {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
};

/** A quantity of which each party may hold a part: as files in work, or bytes on a disk. */
export class Shares {
  private held = 0;
  private readonly byParty = new Map<string, number>();

  constructor(
    private readonly total: number,
    /** The part of one party. */
    private readonly each: number,
  ) {}

  /** The reason why the party cannot have so much more: the total, or its own part, is used up. */
  lacking(party: string, amount = 1): "total" | "own" | undefined {
    if (this.held + amount > this.total) return "total";
    return this.of(party) + amount > this.each ? "own" : undefined;
  }

  take(party: string, amount = 1): Release {
    this.add(party, amount);
    return once(() => this.add(party, -amount));
  }

  /** The amount that the party holds. */
  of(party: string): number {
    return this.byParty.get(party) ?? 0;
  }

  private add(party: string, amount: number): void {
    this.held += amount;
    const held = this.of(party) + amount;
    if (held === 0) this.byParty.delete(party);
    else this.byParty.set(party, held);
  }
}

interface Waiting {
  party: string;
  start(release: Release): void;
}

/**
 * Slots for work. A party has at most half of them, so that its work never stops that of others. A
 * free slot goes to the waiting party that holds the fewest, and of two equal ones to the first.
 */
export class FairSlots {
  private readonly slots: Shares;
  private readonly waiting: Waiting[] = [];

  constructor(total: number) {
    this.slots = new Shares(total, Math.ceil(total / 2));
  }

  /** A slot for the party as soon as it can have one; undefined when it had to wait longer than `ms`. */
  take(party: string, ms: number): Promise<Release | undefined> {
    if (!this.slots.lacking(party)) return Promise.resolve(this.begin(party));
    return new Promise((resolve) => {
      const one: Waiting = { party, start: resolve };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(one), 1);
        resolve(undefined);
      }, ms);
      one.start = (release) => {
        clearTimeout(timer);
        resolve(release);
      };
      this.waiting.push(one);
    });
  }

  private begin(party: string): Release {
    const release = this.slots.take(party);
    return once(() => {
      release();
      this.next();
    });
  }

  private next(): void {
    const ready = this.waiting.filter(({ party }) => !this.slots.lacking(party));
    const fewest = Math.min(...ready.map(({ party }) => this.slots.of(party)));
    const first = ready.find(({ party }) => this.slots.of(party) === fewest);
    if (!first) return;
    this.waiting.splice(this.waiting.indexOf(first), 1);
    first.start(this.begin(first.party));
  }
}
