import type { ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";

/** A connection over TCP itself: what can be reset. */
const isPlain = (connection: Duplex): connection is Socket =>
  connection instanceof Socket && !(connection instanceof TLSSocket);

/**
 * Cuts a connection whose other side does not read, or is not given the whole of what it reads. The system
 * frees what is unsent at once; after an ordinary end it would hold that for minutes (FIN-WAIT-1). A connection
 * that Node cannot reset, as one over TLS, is destroyed.
 */
export function reset(connection: Duplex | null | undefined): void {
  if (!connection || connection.destroyed) return;
  if (!isPlain(connection)) {
    connection.destroy();
    return;
  }
  // The system refuses a reset while an end is on its way to it.
  const isEnding = connection.writableEnded && connection.writableLength === 0;
  if (isEnding && !connection.writableFinished) connection.once("finish", () => reset(connection));
  else connection.resetAndDestroy();
}

/** Cuts the connection of a response that its client does not read, or that cannot be given whole. */
export function cutResponse(response: ServerResponse): void {
  reset(response.socket);
  response.destroy();
}

/**
 * Ends a connection after what was written and `last`. The system holds what the other side has not read; where
 * that does not end the connection within `withinMs`, it is reset.
 */
export function endAfterLast(connection: Duplex, withinMs: number, last?: string): void {
  const late = setTimeout(() => reset(connection), withinMs).unref();
  connection.once("close", () => clearTimeout(late));
  connection.end(last);
}
