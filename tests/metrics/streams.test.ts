import { describe, expect, it } from "@jest/globals";
import { Metrics } from "../../src/app/metrics.js";
import type { LiveStream, Sink } from "../../src/live/index.js";

describe("a stream that metrics count", () => {
  it("tells its sink what it would tell it without them, and knows what the sink wants", async () => {
    const told: string[] = [];
    const sink: Sink = {
      take: () => undefined,
      caughtUp: () => void told.push("has caught up"),
      waits: () => void told.push("waits for its turn"),
      takesOne: true,
    };
    const stream: LiveStream = {
      run: async (given) => {
        given.waits?.();
        given.caughtUp?.();
        told.push(`takes one page: ${given.takesOne}`);
      },
      end: () => undefined,
    };
    await new Metrics().live.counted(stream).run(sink);
    expect(told).toEqual(["waits for its turn", "has caught up", "takes one page: true"]);
  });
});
