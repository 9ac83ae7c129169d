import { type IncomingHttpHeaders, STATUS_CODES } from "node:http";
import type { ErrorPresenter } from "../errors/error-presenter.js";
import { httpHeadOf } from "../errors/http-status.js";
import { languageOf } from "../http/accept-language.js";
import { headerOf } from "../http/requester.js";

/** The answer, with its head, to a request for a WebSocket that is refused: in the form of HTTP's errors. */
export function upgradeRefusal(
  error: Error,
  headers: IncomingHttpHeaders,
  presenter: ErrorPresenter,
): string {
  const { status = 500, headers: own } = httpHeadOf(error);
  const { message, extensions } = presenter.present(
    error,
    languageOf(headerOf(headers, "accept-language")),
  );
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  const head = {
    ...Object.fromEntries(own),
    connection: "close",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`;
}
