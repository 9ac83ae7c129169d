import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";

/** An address to listen on, with the settings that choose it. */
export interface Place {
  host: string;
  port: number;
  /** The names of the settings: `HOST`, `PORT`. */
  settings: { host: string; port: string };
}

/** The error of a place where the hub cannot listen. Its message says which setting to change. */
export class PlaceTaken extends Error {
  constructor(
    message: string,
    readonly place: Place,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "PlaceTaken";
  }
}

function faultOf({ host, port, settings }: Place, code: string | undefined): string | undefined {
  if (code === "EADDRINUSE")
    return `Port ${port} of ${host} is taken by another program: set ${settings.port} to another port, or to 0 for any free one.`;
  if (code === "EACCES")
    return `This user may not listen on port ${port}: set ${settings.port} to 1024 or above.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `${host} is no address of this machine: set ${settings.host}.`;
  return undefined;
}

/** Listens at a place; throws PlaceTaken where that cannot be. */
export async function listenAt(server: Server, place: Place): Promise<AddressInfo> {
  try {
    await once(server.listen(place.port, place.host), "listening");
  } catch (cause) {
    const fault = faultOf(place, (cause as NodeJS.ErrnoException).code);
    throw fault === undefined ? cause : new PlaceTaken(fault, place, { cause });
  }
  return server.address() as AddressInfo;
}

/** Tries to listen at each place, before a start does its work for nothing. */
export async function tryPlaces(places: readonly Place[]): Promise<void> {
  const tried: Server[] = [];
  try {
    for (const place of places) {
      const server = createServer();
      // Held until all are tried: two settings may name the same port.
      tried.push(server);
      await listenAt(server, place);
    }
  } finally {
    await Promise.all(
      tried.filter((server) => server.listening).map((server) => once(server.close(), "close")),
    );
  }
}
