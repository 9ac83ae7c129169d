import type { FastifyInstance } from "fastify";
import type { Connections } from "./connections.js";

/** The WebSockets, as far as a stop concerns them. */
export interface Sockets {
  /** Lets queries and mutations finish, then closes every socket. */
  close(): Promise<void>;
  /** Closes the sockets at once. */
  cut(): void;
}

/** What a stop ends. */
export interface Ends {
  sockets: Sockets;
  connections: Pick<Connections, "close">;
  /** Ends the answers that would last as long as their clients want. */
  streams: () => void;
}

/** The count of running requests, and the orderly stop of the HTTP server and its WebSockets. */
export class Lifecycle {
  private running = 0;
  private onIdle: (() => void) | undefined;
  private ending: Promise<void> | undefined;

  constructor(
    private readonly ends: Ends,
    private readonly drainMs: number,
  ) {}

  get isStopping(): boolean {
    return this.ending !== undefined;
  }

  requestBegan(): void {
    this.running += 1;
  }

  /** Records the end of a request, when its answer is sent or its connection is gone. */
  requestEnded(): void {
    this.running -= 1;
    if (this.running === 0) this.onIdle?.();
  }

  /**
   * Stops accepting, lets requests and operations finish for `drainMs`, and breaks what is left. A
   * second call waits for the first.
   */
  stop(app: FastifyInstance): Promise<void> {
    this.ending ??= this.drain(app);
    return this.ending;
  }

  private async drain(app: FastifyInstance): Promise<void> {
    const { sockets, connections, streams } = this.ends;
    app.server.close();
    streams();
    const idle = new Promise<void>((resolve) => {
      this.onIdle = resolve;
      if (this.running === 0) resolve();
    });
    const timer = setTimeout(() => {
      sockets.cut();
      connections.close();
    }, this.drainMs);
    await Promise.all([idle, sockets.close()]);
    clearTimeout(timer);
    // The remaining connections have sent no complete request.
    connections.close();
    await app.close();
  }
}
