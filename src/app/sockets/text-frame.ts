import type { Duplex } from "node:stream";

/** The header of a whole text frame as a server sends it, unmasked (RFC 6455, section 5.2). */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = 0x81;
  if (length < 65_536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return header;
}

/**
 * Writes a text in parts as one frame of an uncompressed WebSocket. `ws` accepts a frame's text in one
 * piece only: each socket would need a copy of the text that all of them share.
 */
export function writeTextFrame(
  connection: Duplex,
  parts: readonly [Buffer, ...Buffer[]],
  written: () => void,
): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  connection.cork();
  connection.write(headerOf(length));
  parts.forEach((part, at) => {
    connection.write(part, at === parts.length - 1 ? written : undefined);
  });
  connection.uncork();
}
