import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy to a database on the run's Postgres that a test can cut and restore. */
export class DatabaseProxy {
  private readonly open = new Set<Socket>();
  private readonly server = createServer((socket) => this.join(socket));
  private isCut = false;

  private constructor(private readonly to: URL) {}

  static async to(databaseUrl: string): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(new URL(databaseUrl));
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `postgres://${this.to.username}@127.0.0.1:${this.port}${this.to.pathname}`;
  }

  /** Ends every connection and closes new ones at once, like a balancer whose server is gone. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  restore(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.resume().end();
      return;
    }
    // The run's Postgres listens on a Unix socket, whose folder is the host of the address.
    const folder = decodeURIComponent(this.to.hostname);
    const far = connect(`${folder}/.s.PGSQL.${this.to.port}`);
    this.pass(near, far);
    this.pass(far, near);
  }

  private pass(from: Socket, to: Socket): void {
    this.open.add(from);
    from.pipe(to);
    from.on("error", () => undefined);
    from.on("close", () => {
      this.open.delete(from);
      to.destroy();
    });
  }
}
