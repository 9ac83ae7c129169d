import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { holdTimers } from "../testkit/live/held-timers.js";
import { kernelSockets } from "../testkit/protocol/kernel-sockets.js";
import { RawSocket, startTinyHub } from "../testkit/protocol/tiny-hub.js";

describe("A hub whose clients do not read", () => {
  it("closes a socket, with a code if it reads again, else by a reset", async () => {
    const hub = await startTinyHub({ LIVE_STALL_SECONDS: "1", LIVE_PING_SECONDS: "1" });
    const slow = async () => {
      const socket = await RawSocket.ready(hub);
      socket.run("1", "subscription { big(characters: 1000000) }");
      await socket.next();
      socket.socket.pause();
      return socket;
    };
    const cuts = holdTimers("cut");
    const late = await slow();
    await cuts.started;
    late.socket.resume();
    // What was on its way comes first.
    expect((await late.closed).code).toBe(CloseCode.tooSlow);
    cuts.release();
    await hub.seen.until(() => hub.seen.streamsEnded === 1);
    const never = await slow();
    await hub.seen.until(() => hub.seen.streamsEnded === 2);
    // The system holds nothing of it any more.
    expect(kernelSockets(hub.port, "ended").sockets).toBe(0);
    never.socket.resume();
    expect((await never.closed).code).toBe(1006);
    expect(hub.seen.closed).toBe(hub.seen.opened);
    await hub.close();
  });

  it("stops reading from a client that reads no answers", async () => {
    const hub = await startTinyHub({ LIVE_STALL_SECONDS: "3" });
    const socket = connect(hub.port, "127.0.0.1");
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.pause();
    socket.write(
      "GET /graphql HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    );
    // Pings of the WebSocket protocol, masked with zeros, of the largest size: each asks for a pong.
    const ping = Buffer.concat([Buffer.from([0x89, 0xfd, 0, 0, 0, 0]), Buffer.alloc(125, "x")]);
    const many = Buffer.concat(Array.from({ length: 8000 }, () => ping));
    let isTaken = true;
    for (let sent = 0; isTaken && sent < 100; sent += 1) {
      isTaken = await new Promise((resolve) => {
        const refused = setTimeout(() => resolve(false), 500);
        socket.write(many, () => {
          clearTimeout(refused);
          resolve(true);
        });
      });
    }
    expect(isTaken).toBe(false);
    socket.destroy();
    await hub.close();
  });
});
