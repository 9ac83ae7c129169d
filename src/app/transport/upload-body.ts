import type { IncomingMessage } from "node:http";
import { PassThrough, type Readable } from "node:stream";
import type { Timeouts } from "./hub-context.js";
import { RequestRefusal } from "./refusal.js";
import { ClientGone } from "./request-body.js";

const tooSlow = () =>
  new RequestRefusal(408, {
    en: "The upload came too slowly; send it again, over a better line or in parts.",
    id: "Unggahan terlalu lambat; kirim lagi, lewat jaringan yang lebih baik atau per bagian.",
  });

/** What an upload needs of the hub's timeouts. */
export type UploadTimeouts = Pick<Timeouts, "uploadMs" | "uploadWindowMs" | "uploadWindowBytes">;

/**
 * The bytes of an upload. A slow line is borne with for as long as it moves: in each window of time
 * at least some bytes must come, and all of them before the last moment. A client that goes away ends
 * it with ClientGone. The request itself is left open, so that a refusal can still be answered.
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
  // Who went away while it was asked who they are says so no more.
  if (req.destroyed) leave();
  return body;
}
