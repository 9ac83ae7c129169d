import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { visitor } from "../../src/access/index.js";
import { clientOf, Rates } from "../../src/app/limits/index.js";
import { Rate } from "../../src/app/limits/rate.js";
import { Metrics } from "../../src/app/metrics.js";
import type { Requester } from "../../src/app/port.js";
import { unauthenticated } from "../../src/platform/errors.js";
import { type Answer, type GraphqlClient, TestHub, tokenFor } from "../testkit/hub/index.js";
import { configOf, RawSocket, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

/** What an answer says of its client's rate. */
function rateOf({ headers }: { headers: Headers }) {
  const [, policy, limit] =
    /^"(.+)";q=(\d+);w=60$/.exec(headers.get("ratelimit-policy") ?? "") ?? [];
  const [, name, left, wait] =
    /^"(.+)";r=(\d+);t=(\d+)$/.exec(headers.get("ratelimit") ?? "") ?? [];
  if (policy !== name) throw new Error(`${policy} is not ${name}`);
  return policy && { policy, limit: Number(limit), left: Number(left), wait: Number(wait) };
}

const codes = ({ errors = [] }: { errors?: { extensions: { code: string } }[] }) =>
  errors.map(({ extensions }) => extensions.code);

/** A document whose cost is this. */
const costing = (cost: number) => `{ plans(first: ${cost - 1}) { nodes { id } } }`;

describe("The rate of a client over HTTP", () => {
  let hub: TinyHub;
  afterEach(() => hub.close());

  it("is used by the cost of each operation, and headers say what is left", async () => {
    hub = await startTinyHub({ RATE_LIMIT_VISITOR: "100" });
    const first = await hub.ask(costing(60));
    expect(first.extensions).toMatchObject({ cost: 60 });
    expect(rateOf(first)).toMatchObject({ policy: "visitor", limit: 100, left: 40 });
    // Introspection, and a document that is not valid, cost a little too.
    expect(rateOf(await hub.ask("{ __typename }"))).toMatchObject({ left: 39 });
    expect(rateOf(await hub.ask("{ nothing }"))).toMatchObject({ left: 38 });
    expect(rateOf(await hub.ask("{"))).toMatchObject({ left: 37 });
  });

  it("refuses what is more than is left, with the time when all of it is there again", async () => {
    hub = await startTinyHub({ RATE_LIMIT_VISITOR: "100" });
    await hub.ask(costing(60));
    const refused = await hub.ask(costing(60));
    expect([refused.status, codes(refused), refused.data]).toEqual([
      429,
      ["RATE_LIMITED"],
      undefined,
    ]);
    const { wait, left } = rateOf(refused) || {};
    expect(refused.headers.get("retry-after")).toBe(String(wait));
    expect(refused.errors?.[0]?.extensions).toEqual({
      ...{ code: "RATE_LIMITED", limit: 100, remaining: 39, retryAfter: wait },
    });
    // What was refused is not used; the request itself is.
    expect(left).toBe(39);
    expect((await hub.ask(costing(39))).status).toBe(200);
    const inIndonesian = await hub.ask("{ hello }", { headers: { "accept-language": "id" } });
    expect(inIndonesian.errors?.[0]?.message).toMatch(/^Ini melebihi sisa 0 dari 100/);
    expect(inIndonesian.status).toBe(429);
  });

  it("lets an operation that costs more than a minute's rate take all of it", async () => {
    hub = await startTinyHub({ RATE_LIMIT_VISITOR: "100" });
    const { status, extensions, ...answer } = await hub.ask(costing(150));
    expect([status, extensions?.cost, rateOf(answer)]).toEqual([
      ...[200, 150, expect.objectContaining({ limit: 100, left: 0 })],
    ]);
  });

  it("is that of an address, behind trusted proxies too", async () => {
    hub = await startTinyHub({ RATE_LIMIT_VISITOR: "10", TRUSTED_PROXIES: "loopback" });
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    expect((await hub.ask(costing(10), from("2001:db8::1"))).status).toBe(200);
    expect((await hub.ask("{ hello }", from("2001:db8::2"))).status).toBe(429);
    expect((await hub.ask("{ hello }", from("2001:db8:0:1::2"))).status).toBe(200);
  });

  it("has no limit where it is 0", async () => {
    hub = await startTinyHub({ RATE_LIMIT_VISITOR: "0" });
    const answer = await hub.ask(costing(200));
    expect([answer.status, rateOf(answer)]).toEqual([200, undefined]);
  });
});

describe("The rate of a client on a WebSocket", () => {
  it("is used by connections and operations, also by those that are not valid", async () => {
    const hub = await startTinyHub({ RATE_LIMIT_VISITOR: "10" });
    const raw = await RawSocket.ready(hub);
    raw.run("1", "{ nothing }");
    expect(await raw.next()).toMatchObject({ type: "error" });
    raw.run("2", costing(9));
    const { payload } = (await raw.next()) as { payload: { extensions: object }[] };
    const [error] = payload;
    expect(error?.extensions).toMatchObject({ code: "RATE_LIMITED", limit: 10, remaining: 7 });
    raw.run("3", costing(7));
    expect(await raw.next()).toMatchObject({ type: "next", payload: { extensions: { cost: 7 } } });
    const closed = new RawSocket(hub);
    closed.socket.once("open", () => closed.say({ type: "connection_init" }));
    expect(await closed.closed).toMatchObject({ code: 1013 });
    raw.socket.terminate();
    await hub.close();
  });

  it("is used by the starts of subscriptions", async () => {
    const hub = await startTinyHub({ RATE_LIMIT_VISITOR: "3" });
    const raw = await RawSocket.ready(hub);
    for (const id of ["1", "2"]) {
      raw.run(id, "subscription { silent }");
      expect(await raw.next()).toMatchObject({ type: "next", id });
    }
    raw.run("3", "subscription { silent }");
    expect(await raw.next()).toMatchObject({ type: "error", id: "3" });
    raw.socket.terminate();
    await hub.close();
  });
});

describe("Clients", () => {
  let hub: TestHub;
  let siti: GraphqlClient;
  const email = "coordinator@disnaker-lebak.example";
  const document = "{ areas { nodes { key } } }";

  beforeAll(async () => {
    hub = await TestHub.start("sample", {
      RATE_LIMIT_CREDENTIAL: "5000",
      RATE_LIMIT_VISITOR: "100000",
      RATE_LIMIT_FAILURES: "3",
      TRUSTED_PROXIES: "loopback",
    });
    siti = await hub.as(email);
  });
  afterAll(() => hub.stop());

  const leftOf = (answer: Answer<unknown>): number => {
    const rate = rateOf(answer);
    if (!rate) throw new Error("no rate");
    return rate.left;
  };

  it("are the holders of credentials: a second token uses the rate of the first", async () => {
    const first = await siti.ask(document);
    expect(rateOf(first)).toMatchObject({ policy: "credential", limit: 5000 });
    const { cost = 0 } = first.extensions ?? {};
    const second = new (siti.constructor as new (url: string, headers: object) => GraphqlClient)(
      hub.url,
      { authorization: `Bearer ${await tokenFor(email, 600)}` },
    );
    expect(leftOf(await second.ask(document))).toBe(leftOf(first) - cost);
    const other = await hub.as("coordinator@ipb.example");
    expect(leftOf(await other.ask(document))).toBe(5000 - cost);
  });

  it("pay 1 for an answer of the cache, and still learn what it cost to make", async () => {
    for (const client of [hub.visitor, siti]) {
      await client.ask(document);
      await client.ask(document);
      const before = leftOf(await client.ask(document));
      const cached = await client.ask(document);
      expect(leftOf(cached)).toBe(before - 1);
      expect(cached.extensions?.cost).toBeGreaterThan(1);
    }
  });

  it("with refused credentials are counted by their address, and get no rate of their own", async () => {
    const from = (address: string, credential: string) =>
      hub.visitor.with({ "x-forwarded-for": address, authorization: `Bearer ${credential}` });
    const attacker = "203.0.113.66";
    for (const word of ["a", "b", "c"]) {
      const refused = await from(attacker, `rbk_${word}`).ask(document);
      expect([refused.status, codes(refused)]).toEqual([401, ["UNAUTHENTICATED"]]);
      expect(rateOf(refused)).toBeUndefined();
    }
    const refused = await from(attacker, "rbk_d").ask(document);
    expect([refused.status, codes(refused)]).toEqual([429, ["RATE_LIMITED"]]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    // A client that signed in a moment ago behind the same address is not refused, nor are visitors.
    const known = siti.with({ "x-forwarded-for": attacker });
    expect((await known.ask("{ viewer { kind } }")).status).toBe(200);
    expect((await hub.visitor.with({ "x-forwarded-for": attacker }).ask(document)).status).toBe(
      200,
    );
    expect((await from("203.0.113.67", "rbk_d").ask(document)).status).toBe(401);
  });

  it("pay for pages, downloads and uploads", async () => {
    const at = (path: string) => new URL(path, hub.url);
    const left = async (response: Response) => (rateOf(response) || { left: -1 }).left;
    const before = await left(await fetch(at("/minutes/none")));
    expect(await left(await fetch(at("/minutes/none")))).toBe(before - 100);
    expect(await left(await fetch(at("/tables/measurements.csv")))).toBe(before - 100 - 1010);
    const authorization = `Bearer ${await tokenFor(email)}`;
    const body = {
      method: "PUT",
      headers: { authorization, "content-type": "text/csv" },
      body: "a",
    };
    const upload = () => fetch(at(`/imports/${randomUUID()}?kind=NONE`), body);
    const first = await left(await upload());
    expect(await left(await upload())).toBe(first - 1000);
  });

  it("that were refused are in the metrics", async () => {
    const { rateRefusals, registry } = new Metrics();
    const rates = new Rates({ ...configOf().rates, visitor: 1, failures: 1 }, rateRefusals);
    const requester = { address: "203.0.113.1", credentials: ["x"] } as unknown as Requester;
    const refuse = () => Promise.reject(unauthenticated());
    for (const _ of "abc") {
      await rates.count(clientOf(requester.address, visitor), 1);
      await rates.authenticating(requester, refuse).catch(() => undefined);
    }
    const text = await registry.getSingleMetricAsString("rembuk_rate_refusals_total");
    expect(text.split("\n").slice(2)).toEqual([
      'rembuk_rate_refusals_total{policy="visitor"} 2',
      'rembuk_rate_refusals_total{policy="failed-authentications"} 2',
    ]);
  });
});

describe("Nodes that share their counts", () => {
  it("see what a client used at another, and count for themselves while Postgres is away", async () => {
    const settings = { RATE_LIMIT_VISITOR: "1000000", RATE_LIMIT_STORE: "postgres" };
    const first = await TestHub.start("sample", settings);
    const second = await TestHub.start("sample", settings, first.database);
    const query = "{ areas(first: 200) { nodes { organisations: name } } }";
    const leftAt = async (hub: TestHub) => {
      const answer = await hub.visitor.ask(`${query} # ${randomUUID()}`);
      return { left: (rateOf(answer) || { left: -1 }).left, cost: answer.extensions?.cost ?? 0 };
    };
    const { cost } = await leftAt(first);
    let { left } = await leftAt(second);
    let asked = 1;
    // The nodes exchange a client's count only while it sends requests.
    for (; left !== 1_000_000 - (asked + 1) * cost; asked += 1) ({ left } = await leftAt(second));
    await first.sql.query("alter table rate_limit rename to gone");
    for (const _ of "abc") ({ left } = await leftAt(second));
    expect(left).toBe(1_000_000 - (asked + 4) * cost);
    await second.stop();
    await first.stop();
  });
});

describe("Requests of cost 1", () => {
  it("are counted together, and none is lost or counted twice", async () => {
    const rate = new Rate("visitor", 100_000);
    let standing = await rate.takeOne("a");
    for (let n = 1; n < 1500; n += 1) {
      const counted = rate.takeOne("a");
      standing = counted instanceof Promise ? await counted : counted;
      expect(standing.remaining).toBe(100_000 - n - 1);
    }
    expect((await rate.takeOne("b")).remaining).toBe(99_999);
  });

  it("are refused at the limit", async () => {
    const rate = new Rate("visitor", 10);
    for (let n = 0; n < 10; n += 1) expect((await rate.takeOne("a")).isOver).toBe(false);
    expect(await rate.takeOne("a")).toMatchObject({ isOver: true, remaining: 0 });
  });
});
