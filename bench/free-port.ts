import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Ports that Linux gives to nobody by itself (`net.ipv4.ip_local_port_range` begins at 32768): one that is
 * free stays so until it is used, whatever connects and listens meanwhile.
 */
const range = { first: 20_000, count: 12_000 } as const;

/** A port that nothing uses now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = range.first + Math.floor(Math.random() * range.count);
    const server = createServer().listen(port, "127.0.0.1");
    // Rejects on an error.
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
