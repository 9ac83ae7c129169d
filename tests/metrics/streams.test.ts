import { describe, expect, it } from "@jest/globals";
import { Metrics } from "../../src/app/metrics.js";
import type { LiveStream, Sink } from "../../src/live/index.js";

describe("a stream that metrics count", () => {
  it("tells its sink what it would tell it without them, and knows what the sink wants", async () => {
    const told: string[] = [];
    const sink: Sink = {
      take: () => undefined,
      caughtUp: () => void told.push("has caught up"),
      takesOne: true,
    };
    const stream: LiveStream = {
      run: async (given) => {
        given.caughtUp?.();
        told.push(`takes one page: ${given.takesOne}`);
      },
      end: () => undefined,
    };
    await new Metrics().live.counted(stream).run(sink);
    expect(told).toEqual(["has caught up", "takes one page: true"]);
  });
});
