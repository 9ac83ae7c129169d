import type { IncomingMessage, ServerResponse } from "node:http";

/** The length that a request declares for its body; 0 when it declares none. */
export const declaredLength = (req: IncomingMessage): number =>
  Number(req.headers["content-length"] ?? 0);

/** Whether a request brings a body, or declares one. */
export const hasBody = (req: IncomingMessage): boolean =>
  declaredLength(req) > 0 || req.headers["transfer-encoding"] !== undefined;

/** The time for which a client may go on sending a refused body, so that it reads the answer first. */
const lingerMs = 1000;

/**
 * Ends an answer that may be given before the request's body was read. The system resets a connection
 * that is closed with unread bytes, and the reset can overtake the answer; so the rest of the body is
 * read and dropped, for a while.
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
