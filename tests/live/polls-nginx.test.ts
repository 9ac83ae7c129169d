import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestHub, tokenFor } from "../testkit/hub/index.js";
import { LiveWorld } from "../testkit/live/live-world.js";
import { Nginx, withNginx } from "../testkit/live/nginx.js";
import { manifestSetting, Poller, poll, pollSearch } from "../testkit/live/poller.js";
import type { Written } from "../testkit/mutations/documents.js";

const ofPlan = `subscription PlanOfPortal($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position actionPlan { title } }
}`;

/** The number of visitors of the first test; `npm run visitors` has 10,000. */
const visitors = Number(process.env.TEST_VISITORS ?? 300);

withNginx("Visitors who follow a plan through nginx", () => {
  let world: LiveWorld;
  let nginx: Nginx;
  let plan: Written;
  const env = {
    // Ten thousand in this one process are slower than an answer may be held by default.
    ...(visitors > 1000
      ? { LIVE_POLL_WAIT_SECONDS: "25", LIVE_POLL_MAX_AGE_SECONDS: "60" }
      : { LIVE_POLL_WAIT_SECONDS: "3", LIVE_POLL_MAX_AGE_SECONDS: "5" }),
    ...{ TRUSTED_PROXIES: "loopback", CORS_ORIGINS: "https://portal.example.go.id" },
  };
  beforeAll(async () => {
    world = await LiveWorld.start({ ...env, ...manifestSetting(ofPlan) });
    nginx = await Nginx.start(world.hub.url, 4096 + 2 * visitors);
    plan = await world.plan();
  });
  afterAll(async () => {
    await nginx.stop();
    await world.stop();
  });

  const address = (after: number, more: Record<string, string> = {}) =>
    `${nginx.url}${pollSearch(ofPlan, { id: plan.id }, { after: `${after}`, ...more })}`;
  const retitle = async () => {
    plan = await world.retitle(plan);
    return plan.position;
  };
  /** The answers of the hub so far, whatever they were. */
  const answers = async (hub: TestHub = world.hub) => {
    const text = await (await fetch(hub.metricsUrl)).text();
    const found = [...text.matchAll(/^rembuk_poll_answers_total\{.*\} (\d+)$/gm)];
    return found.reduce((sum, [, count]) => sum + Number(count), 0);
  };

  it("cost the hub a handful of requests a change, and lose and double nothing", async () => {
    const start = plan.position;
    const pollers: Poller[] = [];
    const arrive = (count: number, after: number) =>
      Array.from({ length: count }, () => {
        const one = new Poller(address(after));
        pollers.push(one);
        return one;
      });
    const first = arrive(visitors / 2, start);
    await Promise.all(first.map((one) => one.step()));
    const before = await answers();
    const expected: number[] = [];
    let running = first.map((one) => one.step());
    for (let change = 0; change < 5; change += 1) {
      const position = await retitle();
      expected.push(position);
      await Promise.all(running);
      await Promise.all(pollers.map((one) => one.upTo(position)));
      // Others come meanwhile, some from the beginning and some from where they have read.
      const joined = [
        ...arrive(visitors / 20, start),
        ...arrive(visitors / 20, await world.position()),
      ];
      await Promise.all(joined.map((one) => one.step()));
      running = pollers.map((one) => one.step());
    }
    const last = await retitle();
    expected.push(last);
    await Promise.all(running);
    await Promise.all(pollers.map((one) => one.upTo(last)));
    expect(pollers).toHaveLength(visitors);
    for (const { seen } of pollers) expect(seen).toEqual(expected.slice(-seen.length));
    const counts = new Set(pollers.map(({ seen }) => seen.length));
    expect(counts).toEqual(new Set([6, 5, 4, 3, 2, 1]));
    const requests = pollers.reduce((sum, one) => sum + one.requests, 0);
    const passed = (await answers()) - before;
    console.log(
      `${requests} requests of visitors, ${passed} of nginx, for ${expected.length} changes`,
    );
    expect(requests).toBeGreaterThan(5 * visitors);
    // A page and a wait for those who come, one for those who are there, and one at a window's end.
    expect(passed).toBeLessThanOrEqual(12 * expected.length);
    expect(nginx.complaints).toBe("");
  });

  it("are never given what a person was answered, nor is a person given theirs without being told", async () => {
    const position = await retitle();
    const authorization = `Bearer ${await tokenFor("coordinator@disnaker-lebak.example")}`;
    const url = address(position - 1);
    expect((await poll(url, { authorization })).status).toBe(400);
    const visitors = await poll(url);
    expect(visitors.status).toBe(200);
    expect((await poll(url, { authorization })).status).toBe(400);
    expect((await poll(url)).text).toBe(visitors.text);
  });

  it("get one copy for each encoding and each origin of the portals, whatever they send", async () => {
    const position = await retitle();
    const url = address(position - 1);
    const origin = "https://portal.example.go.id";
    const before = await answers();
    const seen = new Set<string>();
    for (const encoding of ["gzip", "gzip, br", "br", "identity", "gzip;q=0.9, zstd"]) {
      for (const from of [origin, "https://other.example", "https://third.example", undefined]) {
        const headers = { "accept-encoding": encoding, ...(from ? { origin: from } : {}) };
        const answer = await poll(url, headers);
        expect(answer.headers.get("access-control-allow-origin")).toBe(
          from === origin ? origin : null,
        );
        seen.add(answer.text);
      }
    }
    expect(seen.size).toBe(1);
    expect((await answers()) - before).toBeLessThanOrEqual(4);
  });

  it("go on without loss when the hub is started again behind nginx", async () => {
    const other = await TestHub.start(
      "sample",
      { ...env, ...manifestSetting(ofPlan) },
      world.hub.database,
    );
    const front = await Nginx.start(other.url);
    const { port } = new URL(other.url);
    const search = pollSearch(ofPlan, { id: plan.id }, { after: `${plan.position}`, live: "true" });
    const pollers = Array.from({ length: 40 }, () => new Poller(`${front.url}${search}`));
    const expected = [await retitle()];
    await Promise.all(pollers.map((one) => one.upTo(plan.position)));
    const steps = pollers.map((one) => one.step());
    await other.stop();
    await Promise.all(steps);
    expected.push(await retitle(), await retitle());
    const again = await TestHub.start(
      "sample",
      { ...env, ...manifestSetting(ofPlan), PORT: port },
      world.hub.database,
    );
    await Promise.all(pollers.map((one) => one.upTo(plan.position)));
    for (const { seen } of pollers) expect(seen).toEqual(expected);
    await front.stop();
    await again.stop();
  });
});
