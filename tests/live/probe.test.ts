import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { RawSocket } from "../protocol/tiny-hub.js";
import { documents, LiveWorld, watch } from "./world.js";

describe("probe", () => {
  let world: LiveWorld;
  beforeAll(async () => { world = await LiveWorld.start({ STATEMENT_TIMEOUT_MS: "700" }); });
  afterAll(() => world.stop());
  it("x", async () => {
    console.log(process.env.REMBUK_TEST_POSTGRES);
    const seen: string[] = [];
    const original = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [q] = args as [string | { text: string }];
      seen.push(typeof q === "string" ? q : q.text);
      return (original as any).apply(this, args);
    } as never;
    const plan = await world.plan();
    const w = watch(await world.socket(), { after: plan.position });
    await world.retitle(plan);
    await w.next();
    await new Promise((r) => setTimeout(r, 300));
    pg.Client.prototype.query = original;
    console.log(seen.map((s) => s.replace(/\s+/g, " ").slice(0, 160)).join("\n"));
  });
  it("id reuse", async () => {
    const raw = await RawSocket.ready(world.hub);
    const p = await world.position();
    const gauge = async () => (await (await fetch(world.hub.url.replace("graphql", "metrics"))).text()).match(/rembuk_socket_operations (\d+)/)?.[1];
    console.log(await gauge());
    for (let i = 0; i < 20; i++) {
    raw.run("1", documents.changes, { after: p });
    raw.say({ id: "1", type: "complete" });
    }
    raw.run("1", documents.changes, { after: p });
    const plan = await world.plan();
    console.log(JSON.stringify(await raw.next()));
    await new Promise((r) => setTimeout(r, 300));
    console.log("more", (raw as any).messages.length, await gauge());
    raw.say({ id: "1", type: "complete" });
    await new Promise((r) => setTimeout(r, 100));
    console.log(await gauge());
    raw.socket.close();
    await raw.closed;
    await new Promise((r) => setTimeout(r, 100));
    console.log(await gauge());
  });
});
