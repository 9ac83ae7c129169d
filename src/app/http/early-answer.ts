import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The length that a request declares for its body; 0 when it declares none. */
export const declaredLength = (req: IncomingMessage): number =>
  Number(req.headers["content-length"] ?? 0);

/** True for a request that brings a body, or declares one. */
export const hasBody = (req: IncomingMessage): boolean =>
  declaredLength(req) > 0 || req.headers["transfer-encoding"] !== undefined;

/** The time for which a client may go on sending a refused body, so that it reads the answer first. */
const lingerMs = 1000;

/** Reads and drops the rest of a request's body, for a while. */
async function drain(req: IncomingMessage): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const ended = [once(req, "end", { signal }), once(req, "close", { signal })];
  req.resume();
  await Promise.race([...ended, delay(lingerMs, undefined, { signal })]).catch(() => undefined);
  stop.abort();
}

async function* beforeDrain(body: string | Buffer, req: IncomingMessage) {
  yield body;
  await drain(req);
}

/**
 * The hook for an answer that is sent before the request's body was read. The system resets a
 * connection that is closed with unread bytes, and the reset can overtake the answer; so the answer
 * ends only when the rest of the body has been dropped.
 */
export function lingerOnSend(
  { raw: req }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const isText = typeof payload === "string" || Buffer.isBuffer(payload);
  if (!isText || req.complete || req.method === "HEAD" || !hasBody(req)) {
    done(null, payload);
    return;
  }
  reply.header("connection", "close").header("content-length", Buffer.byteLength(payload));
  done(null, Readable.from(beforeDrain(payload, req), { objectMode: false }));
}
