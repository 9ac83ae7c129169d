import type { IncomingMessage } from "node:http";
import { PassThrough, type Readable } from "node:stream";
import { ClientGone, RequestRefusal } from "../errors/refusal.js";
import type { Timeouts } from "../port.js";

const tooSlow = () =>
  new RequestRefusal(408, {
    en: "The upload was too slow; send it again over a faster connection, or in parts.",
    id: "Unggahan terlalu lambat; kirim lagi, lewat jaringan yang lebih baik atau per bagian.",
  });

/** The timeouts of an upload. */
export type UploadTimeouts = Pick<Timeouts, "uploadMs" | "uploadWindowMs" | "uploadWindowBytes">;

/**
 * The bytes of an upload. A slow line is allowed while it moves: in each window of time at least
 * `uploadWindowBytes` must arrive, and the whole upload within `uploadMs`. When the client goes away,
 * the stream ends with ClientGone. The request itself stays open, so that a refusal can be answered.
 */
export function uploadBody(
  req: IncomingMessage,
  { uploadMs, uploadWindowMs, uploadWindowBytes }: UploadTimeouts,
): Readable {
  const body = new PassThrough();
  let inWindow = 0;
  const count = (chunk: Buffer) => {
    inWindow += chunk.length;
  };
  const leave = () => {
    if (!req.readableEnded) body.destroy(new ClientGone());
  };
  const window = setInterval(() => {
    if (inWindow < uploadWindowBytes) body.destroy(tooSlow());
    inWindow = 0;
  }, uploadWindowMs);
  const last = setTimeout(() => body.destroy(tooSlow()), uploadMs);
  body.once("close", () => {
    clearInterval(window);
    clearTimeout(last);
    req.unpipe(body).off("data", count).off("close", leave);
  });
  req.on("data", count).once("close", leave).once("error", leave);
  req.pipe(body);
  // A client that left while it was being verified emits no further event.
  if (req.destroyed) leave();
  return body;
}
