import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";

/**
 * The chunks of a body, which `inspect` reads too as they arrive. Its refusal ends the body at once: what is
 * wrong with a file is said before the rest of it is sent. The body ends only when all of it has passed.
 */
export async function* inspectedBody(
  body: Readable,
  inspect: (content: AsyncIterable<Buffer>) => Promise<void>,
): AsyncGenerator<Buffer> {
  const copy = new PassThrough();
  const verdict = inspect(copy);
  // A refusal while the body waits for its next chunk.
  verdict.catch((error: Error) => body.destroy(error));
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (!copy.write(chunk)) await Promise.race([once(copy, "drain"), verdict]);
      yield chunk;
    }
    copy.end();
    await verdict;
  } finally {
    copy.destroy();
  }
}
