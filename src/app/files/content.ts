import { Readable } from "node:stream";

/** What is in memory already, as a download. */
export const contentOf = (content: Buffer) => ({
  size: content.length,
  open: () => Readable.from([content]),
});
