import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line between clients and a hub that a test can cut, as a network does. */
export class CutLine {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((near) => this.join(near));
  private isCut = false;

  private constructor(private readonly to: URL) {}

  static async to(url: string): Promise<CutLine> {
    const line = new CutLine(new URL(url));
    line.server.listen(0, "127.0.0.1");
    await once(line.server, "listening");
    return line;
  }

  /** The hub's address by this line. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return Object.assign(new URL(this.to), { port: String(port) }).href;
  }

  /** Ends all connections without a word, and new ones at once. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Lets new connections through. */
  restore(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private join(near: Socket): void {
    near.on("error", () => undefined);
    if (this.isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(this.to.port), this.to.hostname);
    far.on("error", () => undefined);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.once("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
