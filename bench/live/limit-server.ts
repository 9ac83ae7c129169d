import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { frameText } from "./frame-text.js";

// The limit: no GraphQL at all. One frame is made for a change, and its bytes are written to each socket.

const connections = new Set<Duplex>();

function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.alloc(4);
  header[0] = 0x81;
  header[1] = 126;
  header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

const server = createServer((request, response) => {
  const number = Number(/^\/publish\/(\d+)$/.exec(request.url ?? "")?.[1]);
  response.end();
  if (!number) return;
  const frame = frameOf(`{"id":"1","type":"next","payload":${frameText(number)}}`);
  for (const connection of connections) connection.write(frame);
});
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (request, connection, head) => {
  sockets.handleUpgrade(request, connection, head, (socket) => {
    socket.once("message", () => socket.send('{"type":"connection_ack"}'));
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  });
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.once("SIGTERM", () => process.exit(0));
