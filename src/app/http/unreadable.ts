import type { Socket } from "node:net";

/** The answers to what Node's parser cannot read, by the parser's code. */
const answers: Readonly<Record<string, readonly [status: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request came too slowly; send it again."],
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "The address and the headers have more than 16 kB together: send a long query by POST.",
  ],
};

const unreadable: (typeof answers)[string] = [
  "400 Bad Request",
  "The request is not HTTP: its address may hold bytes that must be percent-encoded.",
];

/**
 * Answers a connection whose bytes are not a request. Its language is not known, and nothing else can be
 * read from it: the connection ends.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code !== "ECONNRESET" && socket.writable) {
    const [status, message] = answers[error.code ?? ""] ?? unreadable;
    const body = JSON.stringify({
      errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }],
    });
    const type = "Content-Type: application/json; charset=utf-8";
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n${type}\r\n${length}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
