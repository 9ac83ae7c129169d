import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A bare connection to the hub's port, for what a well-behaved client does not do. */
export async function connection({ url }: { url: string }): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Everything that a connection gives until it ends. */
export async function rest(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  socket.resume();
  await once(socket, "close");
  return text;
}

/** The text of a POST to /graphql, with its length. */
export function post(body: string, headers = ""): string {
  return `POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}
