import type { FastifyInstance } from "fastify";
import { badField } from "../../platform/errors.js";
import { RequestRefusal } from "../errors/refusal.js";
import { jsonProblem } from "../limits/index.js";
import { bodyTypeOf } from "./media-type.js";

/** The refusal of a body that is not declared as JSON. */
export const wrongJsonType = () =>
  new RequestRefusal(415, {
    en: "The request's body must be application/json in UTF-8, without a content encoding.",
    id: "Isi permintaan harus application/json dalam UTF-8, tanpa content encoding.",
  });

const notJson = () =>
  new RequestRefusal(400, {
    en: "The request's body is not JSON in UTF-8.",
    id: "Isi permintaan bukan JSON dalam UTF-8.",
  });

/**
 * Lets the routes of `app` receive JSON by POST, as bytes. A body of another type is refused with 415
 * before it is read, one above the limit with 413.
 */
export function receiveJson(app: FastifyInstance): void {
  app.addHook("onRequest", ({ method, headers }, _reply, done) => {
    const type = method === "POST" ? bodyTypeOf(headers) : undefined;
    const charset = type?.params.get("charset") ?? "utf-8";
    const isJson = type?.essence === "application/json" && /^utf-?8$/i.test(charset);
    done(method !== "POST" || isJson ? undefined : wrongJsonType());
  });
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, bytes, done) =>
    done(null, bytes),
  );
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON value of a body. Throws RequestRefusal with 400, BAD_USER_INPUT above the limits. */
export function jsonOf(bytes: Buffer): unknown {
  const problem = jsonProblem(bytes);
  if (problem) throw badField("body", problem.en, problem.id);
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw notJson();
  }
}
