import { once } from "node:events";
import { connect } from "node:net";

/**
 * True where a server of NATS (`host:port`) takes a connection and speaks first, as it must, before `signal`. The client
 * leaves the socket of an attempt open that ends at its deadline: it is spared a server that is silent.
 */
export async function speaks(server: string, signal: AbortSignal): Promise<boolean> {
  const url = new URL(`tcp://${server}`);
  const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port) });
  try {
    await once(socket, "data", { signal });
    return true;
  } catch {
    return false;
  } finally {
    // An error after this one has nobody left to concern.
    socket.on("error", () => undefined).destroy();
  }
}
