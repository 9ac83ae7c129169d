import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a database on the run's Postgres that a test can cut, and mend. */
export class Way {
  private readonly open = new Set<Socket>();
  private server: Server | undefined;

  private constructor(
    /** The folder and the port of the server's Unix socket. */
    private readonly path: string,
    private readonly at: { user: string; database: string },
    private port = 0,
  ) {}

  static async to(databaseUrl: string): Promise<Way> {
    const { username, hostname, port, pathname } = new URL(databaseUrl);
    const path = `${decodeURIComponent(hostname)}/.s.PGSQL.${port}`;
    const way = new Way(path, { user: username, database: pathname });
    await way.mend();
    return way;
  }

  get url(): string {
    return `postgres://${this.at.user}@127.0.0.1:${this.port}${this.at.database}`;
  }

  /** Ends every connection and refuses new ones, as a server that went away does. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    const server = createServer((socket) => this.join(socket));
    server.listen(this.port, "127.0.0.1");
    await once(server, "listening");
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private join(near: Socket): void {
    const far = connect(this.path);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(socket);
      socket.pipe(other);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.open.delete(socket);
        other.destroy();
      });
    }
  }
}
