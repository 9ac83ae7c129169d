import type { Writable } from "node:stream";

/** The wait for a stream that takes no more for now: one for all who write to it. */
export class Drain {
  private running: Promise<void> | undefined;

  constructor(private readonly stream: Writable) {}

  /** Resolves when the stream takes more again, or is gone. */
  awaited(): Promise<void> {
    this.running ??= new Promise((resolve) => {
      const { stream } = this;
      const done = () => {
        stream.off("drain", done).off("close", done);
        this.running = undefined;
        resolve();
      };
      stream.once("drain", done).once("close", done);
    });
    return this.running;
  }
}
