import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { LiveWorld, type PlanChange, watch } from "../testkit/live/live-world.js";
import { metricBecomes, StreamStatements } from "../testkit/live/measures.js";
import { manifestSetting, Poller, poll, pollSearch } from "../testkit/live/poller.js";
import type { Written } from "../testkit/mutations/documents.js";

const ofPlan = `subscription PlanOfPortal($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position actionPlan { title } }
}`;
const ofAll = "subscription All { changes { position entity change: operation } }";
const ofView = 'subscription View { viewLive(key: "overdue-actions-by-lead") { position } }';
const query = "query Who { viewer { kind } }";

const refusalIn = ({ status, headers, body }: Awaited<ReturnType<typeof poll>>) => {
  const { code, fields } = body.errors?.[0]?.extensions ?? {};
  return { status, code, path: fields?.[0]?.path, control: headers.get("cache-control") };
};
const soon = "public, max-age=0, s-maxage=1, must-revalidate";

describe("A subscription that is followed by GET", () => {
  let world: LiveWorld;
  /** Another node, which lets wait for longer than any test takes. */
  let waiting: TestHub;
  let plan: Written;
  const env = { LIVE_POLL_WAIT_SECONDS: "1", LIVE_POLL_MAX_AGE_SECONDS: "3" };

  beforeAll(async () => {
    world = await LiveWorld.start({ ...env, ...manifestSetting(ofPlan, ofAll, ofView, query) });
    const settings = { ...env, LIVE_POLL_WAIT_SECONDS: "50", ...manifestSetting(ofPlan) };
    waiting = await TestHub.start("sample", settings, world.hub.database);
    plan = await world.plan();
  });
  afterAll(async () => {
    await waiting.stop();
    await world.stop();
  });

  const retitle = async () => {
    plan = await world.retitle(plan);
    return plan.position;
  };
  const address = (after: number | string, more: Record<string, string> = {}, hub = world.hub) =>
    `${hub.url}${pollSearch(ofPlan, { id: plan.id }, { after: `${after}`, ...more })}`;
  const live = { live: "true" };

  it("gives what a WebSocket gives after a position, in pages, and says where to go on", async () => {
    const before = await world.position();
    const expected: number[] = [];
    for (let write = 0; write < 5; write += 1) expected.push(await retitle());
    const stream = watch<PlanChange>(await world.socket(), { id: plan.id, after: before }, ofPlan);
    const streamed = await stream.upTo(plan.position);
    await stream.stop();
    const answer = await poll(address(before));
    expect(answer.body.payloads.map(({ data }) => data?.actionPlanChanged)).toEqual(streamed);
    expect(streamed.map(({ position }) => position)).toEqual(expected);
    expect(answer.body.position).toBe(plan.position);
    expect(answer.headers.get("rembuk-position")).toBe(`${plan.position}`);
    expect(answer.headers.get("link")).toBe(`<${answer.body.next}>; rel="next"`);
    expect(new URLSearchParams(answer.body.next).get("after")).toBe(`${plan.position}`);
    // Without `live` an answer with nothing comes at once.
    const nothing = await poll(address(plan.position));
    expect(nothing.body.payloads).toEqual([]);
  });

  it("is the same bytes with the same tag for everybody, and may be held by caches for a while", async () => {
    const before = await world.position();
    await retitle();
    const first = await poll(address(before));
    const other = await poll(address(before), {
      "accept-language": "id",
      accept: "*/*, application/graphql-response+json",
      "x-request-id": "mine",
    });
    expect(other.text).toBe(first.text);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(other.headers.get("etag")).toBe(tag);
    expect(first.headers.get("vary")).toBe("Accept-Encoding");
    expect(first.headers.get("cache-control")).toMatch(
      /^public, max-age=0, s-maxage=[123], must-revalidate$/,
    );
    for (const name of ["x-request-id", "ratelimit", "rembuk-cost", "set-cookie"]) {
      expect(other.headers.get(name)).toBeNull();
    }
    const same = await poll(address(before), { "if-none-match": tag });
    expect([same.status, same.text]).toEqual([304, ""]);
    expect(same.headers.get("cache-control")).toMatch(/^public, max-age=0, s-maxage=[123],/);
  });

  it("waits for something new, and one read answers all who wait for it", async () => {
    const after = await world.position();
    const pollers = Array.from({ length: 200 }, () => new Poller(address(after, live, waiting)));
    // On a busy machine the first may have waited to the end before the last one asks: it asks again.
    const something = async (one: Poller) => {
      while (one.seen.length === 0) await one.step();
    };
    const steps = Promise.all(pollers.map(something));
    await metricBecomes(waiting, "rembuk_open_polls", 200);
    const statements = new StreamStatements();
    const cost = await statements.during(async () => {
      await retitle();
      await steps;
    });
    statements.stop();
    // The hub that wrote has a feed of its own, from the tests before.
    expect(cost.payloads).toBeLessThanOrEqual(2);
    for (const { seen } of pollers) expect(seen).toEqual([plan.position]);
    expect(new Set(pollers.map(({ url }) => url)).size).toBe(1);
  });

  it("shares the read of an earlier position among those who ask for it at once", async () => {
    const before = await world.position();
    await retitle();
    const urlIn = (language: string) =>
      `${world.hub.url}${pollSearch(ofAll, {}, { after: `${before - 1}`, language })}`;
    const statements = new StreamStatements();
    const alone = await statements.during(() => poll(urlIn("id")));
    const cost = await statements.during(async () => {
      const url = urlIn("en");
      const answers = await Promise.all(Array.from({ length: 50 }, () => poll(url)));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers[0]?.body.payloads.length).toBeGreaterThan(0);
    });
    statements.stop();
    expect(alone.payloads).toBeGreaterThan(0);
    expect(cost.payloads).toBeLessThanOrEqual(alone.payloads);
  });

  it("says after a while that there is nothing yet, at an address that no cache has answered", async () => {
    const after = await world.position();
    const pollers = [after, after, after - 1 + 1].map((at) => new Poller(address(at, live)));
    const addresses = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const asked = pollers.map(({ url }) => url);
      const answers = await Promise.all(pollers.map((one) => one.step()));
      expect(answers.map(({ body }) => body.payloads)).toEqual([[], [], []]);
      for (const [at, { url }] of pollers.entries()) {
        expect(url).not.toBe(asked[at]);
        expect(addresses).not.toContain(url);
      }
      // Those who waited together go on together.
      expect(new Set(pollers.map(({ url }) => url)).size).toBe(1);
      for (const { url } of pollers) addresses.add(url);
    }
    const next = await retitle();
    await Promise.all(pollers.map((one) => one.upTo(next)));
    expect(pollers.map(({ seen }) => seen)).toEqual([[next], [next], [next]]);
  });

  it("brings those together who began at different positions, and gives none what it has", async () => {
    const first = await world.position();
    const mine = await retitle();
    // Changes of other plans move the position of every snapshot.
    const positions = [mine];
    for (let write = 0; write < 4; write += 1) {
      await world.plan();
      positions.push(await world.position());
    }
    const pollers = [first, ...positions].map((at) => new Poller(address(at, live)));
    await pollers[0]?.upTo(mine);
    await Promise.all(pollers.map((one) => one.step()));
    await Promise.all(pollers.map((one) => one.step()));
    expect(new Set(pollers.map(({ url }) => url)).size).toBe(1);
    const next = await retitle();
    await Promise.all(pollers.map((one) => one.upTo(next)));
    expect(pollers.map(({ seen }) => seen)).toEqual([[mine, next], ...positions.map(() => [next])]);
  });

  it("loses and doubles nothing at another node when its own stops, which answers at once", async () => {
    const settings = { ...env, LIVE_POLL_WAIT_SECONDS: "50", ...manifestSetting(ofPlan) };
    const other = await TestHub.start("sample", settings, world.hub.database);
    const after = await world.position();
    const poller = new Poller(address(after, live, other));
    const expected = [await retitle()];
    await poller.upTo(plan.position);
    const step = poller.step();
    await metricBecomes(other, "rembuk_open_polls", 1);
    await other.stop();
    expect((await step).body.payloads).toEqual([]);
    expected.push(await retitle(), await retitle());
    poller.url = `${world.hub.url}${new URL(poller.url).search}`;
    await poller.upTo(plan.position);
    expect(poller.seen).toEqual(expected);
  });

  it("is a visitor's, and refuses a credential rather than to leave it aside", async () => {
    const token = await tokenFor("coordinator@disnaker-lebak.example");
    const own = { status: 400, code: "BAD_USER_INPUT", control: "no-store" };
    const after = await world.position();
    expect(refusalIn(await poll(address(after), { authorization: `Bearer ${token}` }))).toEqual({
      ...own,
      path: "Authorization",
    });
    expect(refusalIn(await poll(address(after), { "x-api-key": "" }))).toEqual({
      ...own,
      path: "X-API-Key",
    });
    const hidden = await world.plan({ visibility: "PARTICIPANTS" });
    await world.retitle(hidden);
    const all = new Poller(`${world.hub.url}${pollSearch(ofAll, {}, { after: `${after}` })}`);
    const next = await retitle();
    await all.upTo(next);
    expect(all.seen).toEqual([next]);
    const search = pollSearch(ofPlan, { id: hidden.id }, { after: `${after}` });
    expect(refusalIn(await poll(`${world.hub.url}${search}`))).toEqual({
      ...{ status: 404, code: "NOT_FOUND", path: "id", control: soon },
    });
  });

  it("shows what was withdrawn no longer than LIVE_POLL_MAX_AGE_SECONDS", async () => {
    const withdrawn = await world.plan();
    const before = withdrawn.position - 1;
    const url = `${world.hub.url}${pollSearch(ofPlan, { id: withdrawn.id }, { after: `${before}` })}`;
    expect((await poll(url)).body.payloads).toHaveLength(1);
    const began = performance.now();
    await world.retitle(withdrawn, { visibility: "PARTICIPANTS" });
    let sent = performance.now();
    let answer = await poll(url);
    while (answer.status === 200 && answer.body.payloads.length > 0) {
      // What is left of the lifetime goes down with the time since it was read.
      const [, left] = /s-maxage=(\d+)/.exec(answer.headers.get("cache-control") ?? "") ?? [];
      expect(Number(left) * 1000 + sent - began).toBeLessThan(3000 + 5000);
      sent = performance.now();
      answer = await poll(url);
    }
    expect(answer.status === 404 || answer.body.payloads.length === 0).toBe(true);
  });

  it("has a code for everything that cannot be answered, in the language of the address", async () => {
    const after = await world.position();
    const at = (search: string) => poll(`${world.hub.url}${search}`);
    const wrong = (path: string) => ({ status: 400, code: "BAD_USER_INPUT", path, control: soon });
    const inputs: [string, Record<string, string>][] = [
      ["after", { after: "-1" }],
      ["after", { after: "1.5" }],
      ["after", { after: `${after + 1_000_000}` }],
      ["after", { live: "true" }],
      ["live", { after: "1", live: "yes" }],
      ["cursor", { after: "1", cursor: "x" }],
      ["language", { after: "1", language: "fr" }],
      ["operationName", { after: "1", operationName: "Other" }],
      ["other", { after: "1", other: "1" }],
    ];
    for (const [path, more] of inputs) {
      const search = pollSearch(ofPlan, { id: plan.id }, more);
      expect(refusalIn(await at(search))).toEqual(wrong(path));
    }
    const twice = `${pollSearch(ofPlan, { id: plan.id }, { after: "1" })}&after=2`;
    expect(refusalIn(await at(twice))).toEqual(wrong("after"));
    const noObject = pollSearch(ofPlan, { id: plan.id }, { after: "1", variables: "[]" });
    expect(refusalIn(await at(noObject))).toEqual(wrong("variables"));
    for (const text of [query, ofView]) {
      expect(refusalIn(await at(pollSearch(text, {}, { after: `${after}` })))).toEqual(
        wrong("documentId"),
      );
    }
    const unknown = pollSearch("subscription { nothing }", {}, { after: "1" });
    expect(refusalIn(await at(unknown))).toMatchObject({
      ...{ status: 404, code: "PERSISTED_QUERY_NOT_FOUND", control: soon },
    });
    const text = `?${new URLSearchParams({ query: ofAll, after: "1" })}`;
    for (const search of [text, "?after=1"]) {
      expect(refusalIn(await at(search))).toMatchObject({
        ...{ status: 400, code: "DOCUMENT_NOT_TRUSTED", control: soon },
      });
    }
    const indonesian = await at(`${pollSearch(query, {}, { after: "1", language: "id" })}`);
    expect(indonesian.body.errors?.[0]?.message).toMatch(/harus berupa id langganan/);
    const simple = await fetch(address(after));
    expect([simple.status, simple.headers.get("cache-control")]).toEqual([400, "no-store"]);
  });

  it("is refused with 410 for a position before the retained ledger", async () => {
    await world.hub.sql.query("update ledger_head set retained_from = 100");
    expect(refusalIn(await poll(address(99)))).toMatchObject({
      ...{ status: 410, code: "CURSOR_EXPIRED", control: soon },
    });
    await world.hub.sql.query("update ledger_head set retained_from = 0");
  });

  it("holds no stream once nobody follows it", async () => {
    await metricBecomes(world.hub, "rembuk_open_polls", 0);
    await poll(address(await world.position()));
    await metricBecomes(world.hub, "rembuk_followed_documents", 0);
  });
});
