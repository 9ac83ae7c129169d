import type { IncomingMessage, ServerResponse } from "node:http";
import { HubError, type Text } from "../../platform/errors.js";

/**
 * An HTTP request that never becomes an operation: shown as GraphQL shows errors, with an HTTP
 * status of its own.
 */
export class RequestRefusal extends HubError {
  constructor(
    readonly status: number,
    text: Text,
    readonly headers: Record<string, string> = {},
    details: Record<string, unknown> = {},
  ) {
    super("BAD_USER_INPUT", text, details);
  }
}

/** The refusal of a body above the limit. */
export const tooLargeBody = (limit: number) =>
  new RequestRefusal(
    413,
    {
      en: `The request's body is larger than ${limit} bytes.`,
      id: `Isi permintaan lebih besar dari ${limit} bita.`,
    },
    {},
    { reason: "TOO_LARGE", limit },
  );

/** The refusal of an address at which there is nothing, or nothing that the requester may see. */
export const nothingHere = () =>
  new RequestRefusal(404, {
    en: "There is nothing at this address, or nothing that you may see.",
    id: "Tidak ada apa pun di alamat ini, atau tidak ada yang boleh Anda lihat.",
  });

/** The length that a request says its body has; 0 when it does not say. */
export const declaredLength = (req: IncomingMessage): number =>
  Number(req.headers["content-length"] ?? 0);

/** Whether a request brings a body, or says so. */
export const hasBody = (req: IncomingMessage): boolean =>
  declaredLength(req) > 0 || req.headers["transfer-encoding"] !== undefined;

/** How long a client may go on sending a body that was refused, so that it reads the answer first. */
const lingerMs = 1000;

/**
 * Ends an answer that was given before the request's body was read. A connection that is closed
 * with unread bytes is reset, and the reset can overtake the answer; so the rest is read and
 * dropped, for a while.
 */
export function endBeforeBody(req: IncomingMessage, res: ServerResponse, body: string): void {
  if (req.complete || !hasBody(req)) {
    res.end(body);
    return;
  }
  res.setHeader("connection", "close");
  res.write(body);
  const timer = setTimeout(finish, lingerMs);
  req.once("end", finish).once("close", finish).resume();
  function finish(): void {
    clearTimeout(timer);
    if (!res.writableEnded) res.end();
  }
}
