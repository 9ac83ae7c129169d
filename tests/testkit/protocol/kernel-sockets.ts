import { readFileSync } from "node:fs";

/** The states of connections, by their numbers in `/proc/net/tcp`. */
const numbers = { open: "01", ended: "04" } as const;

/** The connections of a port of this machine, on the side that listens, and their bytes that the other has not read. */
export interface KernelSockets {
  sockets: number;
  unreadBytes: number;
}

/**
 * What the system holds for the connections of a port: of those that are open, or of those that this side has
 * ended while the other has not read everything (FIN-WAIT-1).
 */
export function kernelSockets(port: number, side: keyof typeof numbers): KernelSockets {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const found = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(ending) && state === numbers[side]);
  const unread = found.map((fields) => Number.parseInt(fields[4]?.split(":")[0] ?? "0", 16));
  return { sockets: found.length, unreadBytes: unread.reduce((sum, bytes) => sum + bytes, 0) };
}

/** The pages of memory that the system holds for all TCP connections of this machine. */
export const tcpPages = (): number =>
  Number(/^TCP:.* mem (\d+)$/m.exec(readFileSync("/proc/net/sockstat", "utf8"))?.[1]);
