import { afterEach, describe, expect, it } from "@jest/globals";
import type { SpanContext } from "@opentelemetry/api";
import { mostOfCommit } from "../../src/ledger/commit-traces.js";
import { FeedTraces } from "../../src/ledger/feed/feed-traces.js";
import { sealed } from "../../src/ledger/feed/seal.js";
import { CommitTraces } from "../../src/ledger/index.js";
import { type TracingBackend, traceBy } from "../../src/platform/tracing/tracing.js";

const subject = "rembuk.test.traces.1";

/** The traces of a node, with what it sends, and what takes the messages of others. */
function node(key: string | undefined = "key") {
  const [traces, sent] = [new CommitTraces(), [] as Uint8Array[]];
  const feed = new FeedTraces({
    ...{ traces, key: () => key, subject: () => subject },
    send: (bytes) => void sent.push(bytes),
  });
  return { traces, sent, feed, takers: feed.start() };
}

const contextOf = (spanId: string): SpanContext => ({ traceId: "a1", spanId, traceFlags: 1 });

/** Tracing whose spans are named by their ids alone. */
const backend: TracingBackend = {
  start: () => {
    throw new Error("nothing begins a span here");
  },
  remote: ({ traceparent }) => contextOf(String(traceparent)),
  headersOf: ({ spanId }) => ({ traceparent: spanId }),
};

describe("the traces of commits among nodes", () => {
  let off: () => void = () => undefined;
  afterEach(() => off());

  it("are neither sent nor listened to without tracing", () => {
    const one = node();
    one.traces.note(1, 1, contextOf("b2"));
    expect([one.takers, one.sent]).toEqual([{}, []]);
  });

  it("are held by the others, for so many changes of a commit as by its own node", () => {
    off = traceBy(backend);
    const [one, other] = [node(), node()];
    one.traces.note(1_000, 500, contextOf("b2"));
    for (const bytes of one.sent) for (const take of [one, other]) take.takers[subject]?.(bytes);
    for (const { traces } of [one, other]) {
      expect(traces.of(1_000)).toEqual(contextOf("b2"));
      expect(traces.of(1_000 - mostOfCommit + 1)).toEqual(contextOf("b2"));
      expect(traces.of(1_000 - mostOfCommit)).toBeUndefined();
    }
    // What came is not sent on.
    expect([one.sent.length, other.sent.length]).toEqual([1, 0]);
    one.feed.stop();
    one.traces.note(1_001, 1, contextOf("c3"));
    expect(one.sent).toHaveLength(1);
  });

  it("are taken from nobody who does not know the key, and of no other form", () => {
    off = traceBy(backend);
    const one = node();
    const take = (value: object, key: string) => one.takers[subject]?.(sealed(value, key));
    const message = { upTo: 5, count: 1, traceparent: "d4" };
    take(message, "another key");
    take({ ...message, count: mostOfCommit + 1 }, "key");
    take({ ...message, traceparent: "d".repeat(56) }, "key");
    take({ ...message, more: true }, "key");
    expect(one.traces.of(5)).toBeUndefined();
    take(message, "key");
    expect(one.traces.of(5)).toEqual(contextOf("d4"));
  });
});
