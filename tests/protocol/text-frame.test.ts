import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { WebSocket, WebSocketServer } from "ws";
import { writeTextFrame } from "../../src/app/sockets/text-frame.js";

/** The lengths at which the header of a frame changes its form, and one far above them. */
const lengths = [1, 125, 126, 65_535, 65_536, 1_000_000];

describe("A text frame in parts", () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer();
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    server.on("upgrade", (req, connection, head) => {
      sockets.handleUpgrade(req, connection, head, (socket) => {
        for (const length of lengths) {
          const dash = length % 3 === 0 ? "–" : "x";
          const whole = Buffer.from(dash.repeat(length / Buffer.byteLength(dash)));
          const cut = Math.floor(length / 2);
          writeTextFrame(connection, [whole.subarray(0, cut), whole.subarray(cut)], () => {});
        }
        socket.send("and one by the library");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it("arrives complete at any length, and in order with frames of the library", async () => {
    const client = new WebSocket(url);
    const got: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    client.on("message", (data, isBinary) => {
      expect(isBinary).toBe(false);
      got.push(String(data));
      if (got.length > lengths.length) resolve();
    });
    await promise;
    expect(got.map((text) => Buffer.byteLength(text))).toEqual([...lengths, 22]);
    expect(got[3]).toBe("–".repeat(65_535 / 3));
    client.terminate();
  });
});
