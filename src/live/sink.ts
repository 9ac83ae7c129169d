import type { Payload } from "./payload.js";

/** Payloads that are due to a subscriber, in order; shared with all who are due the same. */
export interface Due {
  payloads: readonly Payload[];
  /** For each payload, the position of the ledger after which a stream goes on that had it. */
  positions: readonly number[];
}

/** The place to which a stream's payloads go: one subscriber's connection. */
export interface Sink {
  /**
   * Takes what is due. Undefined where it can take more at once; else a promise that resolves when it can.
   */
  take(due: Due): Promise<void> | undefined;
  /** Called each time that everything that is there has been given; absent where the sink need not know. */
  caughtUp?(): void;
  /** True where only the next page is wanted, for which it does not wait for a turn. */
  readonly takesOne?: boolean;
}

/** A sink before another one, to which everything goes that it does not take for itself. */
export class SinkBefore implements Required<Sink> {
  constructor(protected readonly sink: Sink) {}

  take(due: Due): Promise<void> | undefined {
    return this.sink.take(due);
  }

  caughtUp(): void {
    this.sink.caughtUp?.();
  }

  get takesOne(): boolean {
    return this.sink.takesOne === true;
  }
}

/** A started subscription. */
export interface LiveStream {
  /** The position up to which the sink has been given everything; absent where only the last payload counts. */
  readonly position?: number | undefined;
  /** Sends everything to the sink; called once. Resolves at the stream's end, rejects where it fails. */
  run(sink: Sink): Promise<void>;
  /** Ends the stream: the client wants no more of it. */
  end(): void;
}

/** One payload by itself. */
export const dueAlone = (payload: Payload, position: number): Due => ({
  payloads: [payload],
  positions: [position],
});
