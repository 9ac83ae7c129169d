import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { RawSocket, startTinyHub, type TinyHub } from "../../testkit/protocol/tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub();
});
afterAll(() => hub.close());

describe("A request", () => {
  it("takes an empty operation name for none", async () => {
    const named = { operationName: "" };
    expect(await hub.ask("{ hello }", named)).toMatchObject({
      status: 200,
      data: { hello: "hello you kept" },
    });
    const two = "query A { hello } query B { hello }";
    const { status, errors } = await hub.ask(two, named);
    expect([status, errors]).toEqual([400, (await hub.ask(two)).errors]);
    const asked = await fetch(`${hub.url}?query={hello}&operationName=`, {
      headers: { "apollo-require-preflight": "1" },
    });
    expect(asked.status).toBe(200);
    const socket = await RawSocket.ready(hub);
    const payload = { query: "{ hello }", operationName: "" };
    socket.say({ id: "1", type: "subscribe", payload });
    expect(await socket.next()).toMatchObject({ type: "next", payload: { data: {} } });
    socket.socket.terminate();
  });

  it("takes parameters that say nothing for none", async () => {
    const headers = { "apollo-require-preflight": "1" };
    const status = async (search: string) =>
      (await fetch(`${hub.url}?query={hello}&${search}`, { headers })).status;
    for (const name of ["variables", "extensions"])
      for (const value of ["", "null", "{}"])
        expect([name, value, await status(`${name}=${value}`)]).toEqual([name, value, 200]);
    expect(await status("operationName=&documentId=&variables=&extensions=")).toBe(200);
    expect(await status("variables=1")).toBe(400);
    expect(await status("variables=&variables=")).toBe(400);
    expect((await hub.ask("{ hello }", { documentId: "" })).status).toBe(200);
  });
});
