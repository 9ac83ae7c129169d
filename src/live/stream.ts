import type { Due, LiveStream } from "./sink.js";

/** A stream of payloads that are made one by one; `leave` is called once, when it has ended for whatever reason. */
export function streamOf(
  payloads: AsyncGenerator<Due, undefined>,
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
        for await (const due of payloads) {
          const full = sink.take(due);
          if (full) await full;
        }
      } finally {
        end();
      }
    },
    end,
  };
}
