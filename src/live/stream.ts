import type { Payload } from "./payload.js";

/** A stream of frames; `leave` is called once, when it has ended for whatever reason. */
export function streamOf(
  frames: AsyncGenerator<Payload, undefined>,
  stopped: AbortController,
  leave: () => void,
): AsyncIterableIterator<Payload> {
  const end = () => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    leave();
  };
  const iterator: AsyncIterableIterator<Payload> = {
    next: async () => {
      const step = await frames.next().catch((error: unknown) => {
        end();
        throw error;
      });
      if (step.done) end();
      return step;
    },
    return: async () => {
      end();
      return frames.return(undefined);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
