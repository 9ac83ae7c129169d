/** Tells whether somebody who follows the ledger is behind by more than a time. */
export class Lag {
  /** A position that was the ledger's head at a time, and is not reached yet. */
  private mark: { position: number; at: number } | undefined;
  private late = false;

  constructor(
    private readonly mostMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** True from when a head was not reached in time until one is. */
  get isLate(): boolean {
    return this.late;
  }

  /** Takes note of how far the follower is, and of the ledger's head. */
  note(position: number, head: number): void {
    const { mark } = this;
    const at = this.now();
    const isInTime = !mark || at - mark.at <= this.mostMs;
    if (position >= head) {
      this.mark = undefined;
      this.late = false;
    } else if (!mark) {
      this.mark = { position: head, at };
    } else if (position >= mark.position) {
      this.mark = { position: head, at };
      if (isInTime) this.late = false;
    } else if (!isInTime) {
      this.late = true;
    }
  }
}
