import type { IncomingMessage, Server } from "node:http";
import { Socket } from "node:net";
import { endAfterLast, reset } from "../../platform/connection-end.js";

/** The requests of a connection. */
interface Requests {
  running: number;
  last?: IncomingMessage;
}

/**
 * The connections of the HTTP server, and how each of them ends: after an answer that is whole its client may
 * read that for a while, and any other is cut. Node's own server leaves what is not read to the system.
 */
export class Connections {
  private readonly open = new Map<Socket, Requests>();

  /** `lastReadMs` is the time within which a client is to read its last answer and end the connection. */
  constructor(private readonly lastReadMs: number) {}

  /** Ends the connections of this server from now on. */
  watch(server: Server): void {
    server.on("connection", (socket) => {
      this.open.set(socket, { running: 0 });
      socket.once("close", () => this.open.delete(socket));
      // Node calls it after an answer that ends its connection; Node's own closes that as soon as the system has it.
      socket.destroySoon = () => this.endSoon(socket);
    });
    // A WebSocket ends in its own way.
    server.on("upgrade", ({ socket }) => this.open.delete(socket));
    // Nothing has moved on the connection, during a request or between two.
    server.on("timeout", (socket) => {
      if (this.isOwing(socket)) reset(socket);
      else endAfterLast(socket, this.lastReadMs);
    });
  }

  /** Records the start of a request; call the returned function when its response is closed. */
  requestBegan(request: IncomingMessage): () => void {
    const requests = this.open.get(request.socket) ?? { running: 0 };
    requests.running += 1;
    requests.last = request;
    return () => {
      requests.running -= 1;
    };
  }

  /** Ends all connections. The system goes on with answers that it has whole, the others are cut. */
  close(): void {
    for (const socket of this.open.keys()) {
      if (this.isOwing(socket)) reset(socket);
      else socket.destroy();
    }
  }

  private endSoon(socket: Socket): void {
    // Of a request that was refused before it was read the rest may be long.
    if (this.open.get(socket)?.last?.complete) endAfterLast(socket, this.lastReadMs);
    else Socket.prototype.destroySoon.call(socket);
  }

  /** True where a client has not been given all of an answer. */
  private isOwing(socket: Socket): boolean {
    return socket.writableLength > 0 || (this.open.get(socket)?.running ?? 0) > 0;
  }
}
