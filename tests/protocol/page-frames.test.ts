import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { WebSocket, WebSocketServer } from "ws";
import { framesOf } from "../../src/app/sockets/page-frames.js";

/** The lengths at which the header of a frame changes its form, and those around the size that is copied. */
const lengths = [1, 60, 70, 16_383, 16_384, 16_385, 65_460, 65_470, 1_000_000];

/** A JSON text of so many bytes; every third has characters of three bytes. */
function jsonOf(length: number): Buffer {
  const dash = length % 3 === 2 ? "–" : "x";
  const text = JSON.stringify(dash.repeat(Math.max(0, length - 2) / Buffer.byteLength(dash)));
  return Buffer.from(length < 2 ? "7" : text);
}

const last = "and one by the library";

const expected = (payloads: readonly Buffer[], id: string) =>
  payloads.map((payload) => `{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`);

describe("The frames of a page", () => {
  let server: Server;
  let url: string;
  let toSend: (readonly Buffer[])[] = [];

  beforeEach(async () => {
    server = createServer();
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    server.on("upgrade", (req, connection, head) => {
      sockets.handleUpgrade(req, connection, head, (socket) => {
        for (const parts of toSend) for (const part of parts) connection.write(part);
        socket.send(last);
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close();
  });

  /** What a client of the library reads of these frames, up to the library's own. */
  async function received(): Promise<string[]> {
    const client = new WebSocket(url);
    const { promise, resolve } = Promise.withResolvers<void>();
    const got: string[] = [];
    client.on("message", (data) => {
      if (String(data) === last) resolve();
      else got.push(String(data));
    });
    await promise;
    client.terminate();
    return got;
  }

  it.each(["1", "6b1c4c0e-8a4b-4e2a-9d0f-2f6f6f0c8a11", 'dengan "tanda" – panjang'.repeat(6)])(
    "are whole and in order for each id, as %s",
    async (id) => {
      const payloads = lengths.map(jsonOf);
      toSend = [...framesOf(payloads, Buffer.from(JSON.stringify(id)))];
      expect(await received()).toEqual(expected(payloads, id));
    },
  );

  it("of one page differ by nothing but the id, of the same length or of another", async () => {
    const payloads = Array.from({ length: 100 }, (_, at) => jsonOf(330 + at));
    const ids = ["1", "2", "12", "34", "567", "890", "1"];
    toSend = ids.flatMap((id) => [...framesOf(payloads, Buffer.from(JSON.stringify(id)))]);
    expect(await received()).toEqual(ids.flatMap((id) => expected(payloads, id)));
  });

  it("come in one piece where they are small, and a large payload is not copied", () => {
    const id = Buffer.from('"1"');
    const small = Array.from({ length: 30 }, () => jsonOf(330));
    expect([...framesOf(small, id)].map((parts) => parts.length)).toEqual([1]);
    const large = jsonOf(20_000);
    const [[, payload] = [], ...more] = [...framesOf([large], id)];
    expect(payload).toBe(large);
    expect(more).toEqual([]);
  });
});
