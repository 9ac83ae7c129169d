/** A line of the log. */
export type Line = Record<string, unknown> & { msg: string };

/** The log of a hub, kept for a test. */
export class KeptLog {
  readonly written: string[] = [];
  private readonly waiting = new Set<() => void>();

  write(line: string): void {
    this.written.push(line);
    for (const wake of this.waiting) wake();
  }

  /** The lines, as they were written. */
  get lines(): Line[] {
    return this.written.map((line) => JSON.parse(line));
  }

  /** Waits for a line. */
  async line(isWanted: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const found = this.lines.find(isWanted);
      if (found) return found;
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }
}
