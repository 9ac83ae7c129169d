import type { Payload } from "./payload.js";
import type { LiveStream } from "./sink.js";

/** A stream of payloads that are made one by one; `leave` is called once, when it has ended for whatever reason. */
export function streamOf(
  payloads: AsyncGenerator<Payload, undefined>,
  stopped: AbortController,
  leave: () => void,
): LiveStream {
  const end = () => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    leave();
  };
  return {
    run: async (sink) => {
      try {
        for await (const payload of payloads) {
          const full = sink.take([payload]);
          if (full) await full;
        }
      } finally {
        end();
      }
    },
    end,
  };
}
