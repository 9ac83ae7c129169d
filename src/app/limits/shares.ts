import { type Release, releaseOnce } from "../../platform/fair-slots.js";

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
    return releaseOnce(() => this.add(party, -amount));
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
