import type { IncomingMessage } from "node:http";
import { ClientGone, RequestRefusal, tooLargeBody } from "../errors/refusal.js";
import { declaredLength } from "./early-answer.js";
import { bodyTypeOf } from "./media-type.js";

const wrongType = () =>
  new RequestRefusal(415, {
    en: "The request's body must be application/json in UTF-8, without a content encoding.",
    id: "Isi permintaan harus application/json dalam UTF-8, tanpa content encoding.",
  });

const notJson = () =>
  new RequestRefusal(400, {
    en: "The request's body is not JSON in UTF-8.",
    id: "Isi permintaan bukan JSON dalam UTF-8.",
  });

function checkType({ headers }: IncomingMessage): void {
  const type = bodyTypeOf(headers);
  const charset = type?.params.get("charset") ?? "utf-8";
  if (type?.essence !== "application/json" || !/^utf-?8$/i.test(charset)) throw wrongType();
}

/** All bytes of a body; throws 413 as soon as there are more than `limit`. */
function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      req.off("data", onData).pause();
      reject(tooLargeBody(limit));
    };
    // Every request closes, and an error with its stack is costly: make one only for an early close.
    const onGone = () => reject(new ClientGone());
    req.on("data", onData);
    req.once("end", () => {
      req.off("close", onGone);
      resolve(Buffer.concat(chunks));
    });
    req.once("close", onGone);
    req.once("error", onGone);
  });
}

/** The bytes of a body that is declared as JSON. Throws RequestRefusal with 413 or 415. */
export async function readJsonBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  checkType(req);
  if (declaredLength(req) > limit) throw tooLargeBody(limit);
  return readBytes(req, limit);
}

/** The JSON value of a body. Throws RequestRefusal with 400. */
export function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw notJson();
  }
}
