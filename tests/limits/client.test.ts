import { describe, expect, it } from "@jest/globals";
import { networkOf } from "../../src/app/limits/index.js";
import type { Requester } from "../../src/app/port.js";
import { RawSocket, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

describe("The network address that limits count", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:51234", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:51234", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["unknown", "unknown"],
    ["_hidden.1", "unknown"],
    ["1.2.3.4, 5.6.7.8", "unknown"],
    ["", "unknown"],
    [undefined, "unknown"],
  ])("of %j is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

/** The addresses that a hub saw, over HTTP and over a WebSocket. */
async function addressesOf(hub: TinyHub, forwarded: string): Promise<string[]> {
  const headers = { "x-forwarded-for": forwarded };
  await hub.ask("{ hello }", { headers });
  const raw = await RawSocket.ready(hub, undefined, { headers });
  raw.socket.terminate();
  return hub.seen.requesters.splice(0).map(({ address }: Requester) => address);
}

describe("The address of a client behind proxies", () => {
  it("is the connection's where no proxy is trusted, whatever a header claims", async () => {
    const hub = await startTinyHub();
    expect(await addressesOf(hub, "203.0.113.7")).toEqual(["127.0.0.1", "127.0.0.1"]);
    await hub.close();
  });

  it("is the last one that no trusted proxy has", async () => {
    const hub = await startTinyHub({ TRUSTED_PROXIES: "loopback, 10.0.0.0/8" });
    const claimed = "198.51.100.1, 203.0.113.7, 10.1.2.3";
    expect(await addressesOf(hub, claimed)).toEqual(["203.0.113.7", "203.0.113.7"]);
    expect(await addressesOf(hub, "2001:db8::5, 10.1.2.3")).toEqual(Array(2).fill("2001:db8::/64"));
    await hub.close();
  });
});
