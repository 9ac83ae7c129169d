import type { Logger } from "../platform/logger.js";

/** How far this machine's clock may be behind the ledger's last line before it is told, in milliseconds. */
const mostBehindMs = 1_000;

/**
 * The clock of this machine beside the times of the ledger's lines. Where it is behind the last line it was set
 * back, or that of another node is ahead: new lines then have the time of the last one.
 */
export class LedgerClock {
  private behind = 0;

  constructor(private readonly logger: Logger) {}

  /** Milliseconds by which this clock is behind the ledger's last line; 0 where it is not. */
  get behindMs(): number {
    return this.behind;
  }

  /** Compares with the time of the last line, in milliseconds since 1970; tells each jump once. */
  note(lastLineMs: number): void {
    const before = this.behind;
    this.behind = Math.max(0, lastLineMs - Date.now());
    const seconds = Math.round(this.behind / 100) / 10;
    if (this.behind > before + mostBehindMs) {
      this.logger.warn(
        { seconds, lastLine: new Date(lastLineMs).toISOString() },
        "the clock is behind the ledger's last line; new lines have its time until the clock has caught up",
      );
    } else if (before > mostBehindMs && this.behind <= mostBehindMs) {
      this.logger.info({ seconds }, "the clock is no longer behind the ledger's last line");
    }
  }
}
