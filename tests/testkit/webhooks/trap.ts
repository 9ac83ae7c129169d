import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A host that the hub may not call; it counts the connections that come all the same. */
export class Trap {
  hits = 0;
  private readonly server = createServer((socket) => {
    this.hits += 1;
    socket.destroy();
  });

  static async set(): Promise<Trap> {
    const trap = new Trap();
    trap.server.listen(0, "127.0.0.1");
    await once(trap.server, "listening");
    return trap;
  }

  /** Its address by the number of this machine, which no operator has listed. */
  get address(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, "close");
  }
}
