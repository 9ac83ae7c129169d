import type { Payload } from "./payload.js";

/** The place to which a stream's payloads go: one subscriber's connection. */
export interface Sink {
  /**
   * Takes the payloads of a page, in order. Undefined where it can take more at once; else a promise that
   * resolves when it can. The payloads and their array are shared with other sinks.
   */
  take(payloads: readonly Payload[]): Promise<void> | undefined;
}

/** A started subscription. */
export interface LiveStream {
  /** Sends everything to the sink; called once. Resolves at the stream's end, rejects where it fails. */
  run(sink: Sink): Promise<void>;
  /** Ends the stream: the client wants no more of it. */
  end(): void;
}
