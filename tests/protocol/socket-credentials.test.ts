import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CloseCode } from "../../src/app/sockets/close-code.js";
import { RawSocket, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub();
});
afterAll(() => hub.close());

type Headers = Record<string, string>;

/** The close of a socket that says this in `connection_init`. */
async function refusal(payload: unknown, headers: Headers = {}) {
  const socket = new RawSocket(hub, { headers });
  await once(socket.socket, "open");
  socket.say({ type: "connection_init", payload });
  return socket.closed;
}

describe("The credentials of a WebSocket", () => {
  it.each<[Record<string, unknown>, Headers, string[], string]>([
    [{ authorization: "Bearer one", language: "id" }, {}, ["one"], "id"],
    [{ Authorization: "Bearer two" }, { "accept-language": "id" }, ["two"], "id"],
    [{ AUTHORIZATION: "bearer two", "Accept-Language": "id" }, {}, ["two"], "id"],
    [{ apiKey: "three" }, {}, ["three"], "en"],
    [{ "X-API-Key": "three" }, {}, ["three"], "en"],
    [{ api_key: "three", "api-key": "three" }, {}, ["three"], "en"],
    [{ headers: { Authorization: "Bearer four" } }, {}, ["four"], "en"],
    [{ Headers: { "x-api-key": "five" } }, {}, ["five"], "en"],
    [{ authToken: "six" }, {}, ["six"], "en"],
    [{ authToken: "Bearer six", authorization: "Bearer six" }, {}, ["six"], "en"],
    [{ headers: { "access-token": "bearer seven" } }, {}, ["seven"], "en"],
    [{ headers: null }, {}, [], "en"],
    [{ client: { name: "portal", tags: ["token", null] } }, {}, [], "en"],
    [{ apiKey: "key", headers: { authorization: "Bearer six" } }, {}, ["six", "key"], "en"],
    [{}, { authorization: "Bearer seven" }, ["seven"], "en"],
    [{}, { "x-api-key": "eight" }, ["eight"], "en"],
    [{ apiKey: "nine" }, { authorization: "Bearer other" }, ["nine", "other"], "en"],
    [{ authorization: "Bearer ten" }, { authorization: "Bearer ten" }, ["ten"], "en"],
    [{ language: ["id"] }, {}, [], "en"],
  ])(
    "are those of connection_init %j, then of the headers %j",
    async (payload, headers, credentials, language) => {
      const socket = await RawSocket.ready(hub, payload, { headers });
      socket.run("1", "{ language }");
      await socket.next();
      expect(hub.seen.requesters.at(-1)).toMatchObject({ credentials, language });
      socket.socket.terminate();
    },
  );

  it.each([
    [
      { authorization: "Bearer wrong", language: "id" },
      CloseCode.credentialRefused,
      /^Masuk dahulu/,
    ],
    [{ authorization: "Basic x" }, CloseCode.credentialRefused, /Authorization header/],
    [{ authorization: "Bearer away" }, CloseCode.tryAgainLater, /^Away/],
    [{ authorization: "Bearer bug" }, CloseCode.internal, /^The hub failed/],
  ])("are refused with their reason: %j", async (payload, code, reason) => {
    const closed = await refusal(payload);
    expect(closed.code).toBe(code);
    expect(closed.reason).toMatch(reason);
  });

  it.each([
    { headers: { Authorization: "Bearer wrong" } },
    { authorization: ["Bearer one"] },
    { Authorization: { token: "one" } },
    { authorization: 5 },
    { authorization: true },
    { authorization: null },
    { authorization: "" },
    { apiKey: "" },
    { "x-api-key": " " },
    { "X-API-KEY": [] },
    { headers: { "X-API-Key": "" } },
    { headers: { authorization: null } },
    { headers: { authorization: ["Bearer one"] } },
    { headers: [["Authorization", "Bearer one"]] },
    { headers: "Authorization: Bearer one" },
    { authorization: "Bearer one", Authorization: "Bearer two" },
    { authorization: "Bearer one", headers: { authorization: "Bearer two" } },
    { authorization: "Bearer one", apiKey: "" },
    { authToken: "" },
    { authToken: null },
    { token: ["one"] },
    { jwt: "two words" },
    { authToken: "one", authorization: "Bearer two" },
    { auth: { token: "one" } },
    { headers: { credentials: "one" } },
    { context: { headers: { authorization: "Bearer one" } } },
    { connectionParams: { apiKey: "one" } },
    { headers: { headers: { Authorization: "Bearer one" } } },
  ])("that are no text, empty or several make nobody a visitor: %j", async (payload) => {
    const { opened } = hub.seen;
    expect((await refusal(payload)).code).toBe(CloseCode.credentialRefused);
    expect(hub.seen.opened).toBe(opened);
  });

  it("of the upgrade's headers must hold too", async () => {
    const good = { authorization: "Bearer one" };
    for (const headers of [{ "x-api-key": "" }, { authorization: "Basic YTpi" }] as Headers[]) {
      expect((await refusal(good, headers)).code).toBe(CloseCode.credentialRefused);
      expect((await refusal({}, headers)).code).toBe(CloseCode.credentialRefused);
    }
  });
});
