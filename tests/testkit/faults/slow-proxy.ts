import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy to a TCP port whose bytes can be delayed, or dropped without a word. */
export class SlowProxy {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((near) => this.join(near));
  private delayMs = 0;
  private isSilent = false;

  private constructor(private readonly to: number) {}

  static async to(port: number): Promise<SlowProxy> {
    const proxy = new SlowProxy(port);
    proxy.server.listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Delays all bytes by so many milliseconds, each way. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Drops everything, on connections that are open and on new ones, which stay dead. */
  silence(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.removeAllListeners("data").resume();
  }

  /** Serves new connections as if nothing had been. */
  restore(): void {
    this.isSilent = false;
    this.delayMs = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private join(near: Socket): void {
    const far = connect(this.to, "127.0.0.1");
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        this.sockets.delete(from);
        if (!this.isSilent) into.destroy();
      });
      if (this.isSilent) from.resume();
      else this.pass(from, into);
    }
  }

  private pass(from: Socket, into: Socket): void {
    // In the order of their arrival, also while the delay is changed.
    let due = 0;
    from.on("data", (bytes) => {
      due = Math.max(due, performance.now() + this.delayMs);
      const waitMs = due - performance.now();
      if (waitMs <= 0) into.write(bytes);
      else setTimeout(() => into.write(bytes), waitMs);
    });
  }
}
