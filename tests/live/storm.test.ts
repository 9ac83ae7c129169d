import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { LiveWorld } from "../testkit/live/live-world.js";
import { metricOf } from "../testkit/live/measures.js";
import type { Written } from "../testkit/mutations/documents.js";
import { socketUrl } from "../testkit/protocol/tiny-hub.js";

/** The number of clients; `npm run storm` has 4,000. */
const clients = Number(process.env.TEST_STORM ?? 200);

const query = `subscription Storm($id: ID!, $after: Position) {
  actionPlanChanged(id: $id, after: $after) { position }
}`;

describe("A storm of clients that connect at once", () => {
  let world: LiveWorld;
  let plan: Written;
  beforeAll(async () => {
    world = await LiveWorld.start({
      ...{ LIMIT_SOCKETS_PER_CLIENT: "100000", LIMIT_SUBSCRIPTIONS_PER_CLIENT: "100000" },
      // Half of the places are for one client, which all are by their address.
      ...{ LIMIT_STARTS_PER_CLIENT: "0", LIVE_STARTS_WAITING: String(clients) },
    });
    plan = await world.plan();
  });
  afterAll(() => world.stop());

  it("is served whole, though half of it is refused at first: the hub says when to retry", async () => {
    const start = plan.position;
    for (let write = 0; write < 20; write += 1) plan = await world.retitle(plan);
    const head = plan.position;
    const began = performance.now();
    const times: number[] = [];
    let refused = 0;
    const follow = async (number: number) => {
      let seconds = 1;
      const client: Client = createClient({
        ...{ url: socketUrl(world.hub), webSocketImpl: WebSocket, retryAttempts: 100 },
        retryWait: () => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
        on: {
          closed: (event) => {
            const { code, reason } = event as { code: number; reason: string };
            if (code !== 1013) return;
            refused += 1;
            seconds = Number(/; retry-after=(\d+)$/.exec(reason)?.[1]);
          },
        },
      });
      const after = start + (number % 20);
      const stream = client.iterate<{ actionPlanChanged: { position: number } }>({
        ...{ query, variables: { id: plan.id, after } },
      });
      const seen: number[] = [];
      while ((seen.at(-1) ?? 0) < head) {
        const { value } = await stream.next();
        seen.push(value?.data?.actionPlanChanged.position ?? Number.NaN);
      }
      times.push(performance.now() - began);
      await client.dispose();
      return seen.length === head - after;
    };
    const whole = await Promise.all(Array.from({ length: clients }, (_, number) => follow(number)));
    expect(whole.every(Boolean)).toBe(true);
    const sorted = times.toSorted((one, other) => one - other);
    const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
    const [half, most, all] = [at(0.5), at(0.9), at(1)];
    console.log(
      `${clients} clients: ${refused} refusals, served after ${half} ms (half), ${most} ms (90 %), ${all} ms (all)`,
    );
    expect(await metricOf(world.hub, "rembuk_waiting_starts")).toBe(0);
  });
});
