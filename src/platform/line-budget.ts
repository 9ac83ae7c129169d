/** The length of a window, in milliseconds. */
const windowMs = 1000;

/** A number of lines a second; what is above it is counted, and told once the second is over. */
export class LineBudget {
  private endsAt = 0;
  private left = 0;
  private skipped = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly perSecond: number,
    private readonly tell: (skipped: number) => void,
  ) {}

  /** True where a line may be written now. */
  take(): boolean {
    const now = performance.now();
    if (now >= this.endsAt) {
      this.endsAt = now + windowMs;
      this.left = this.perSecond;
    }
    if (this.left > 0) {
      this.left -= 1;
      return true;
    }
    this.leaveOut(this.endsAt - now);
    return false;
  }

  private leaveOut(leftMs: number): void {
    this.skipped += 1;
    this.timer ??= setTimeout(() => {
      const { skipped } = this;
      this.skipped = 0;
      this.timer = undefined;
      this.tell(skipped);
    }, leftMs).unref();
  }
}
