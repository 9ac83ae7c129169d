import "reflect-metadata";
import { createServer, type IncomingMessage } from "node:http";
import { createHistogram } from "node:perf_hooks";
import { FeedHealth } from "../../../src/ledger/feed/feed-health.js";
import { Ledger } from "../../../src/ledger/index.js";
import { LiveGroups } from "../../../src/live/index.js";
import { threadCpuMs } from "../hub/thread-cpu.js";
import { bytesHeld } from "../live/measures.js";
import { type MutantName, mutate } from "./mutants.js";

// Loaded into a hub's process before the hub (`LiveHub`): faults that cannot be made from outside, and figures.

/** What a hub's process holds for its streams. */
export interface Held {
  /** Bytes in the heap and in buffers, after a collection. */
  bytes: number;
  groups: number;
  /** Clients whose subscriptions are counted. */
  clients: number;
  waiting: number;
  pages: number;
  pageBytes: number;
}

/**
 * How long work held the event loop between two ticks of a timer since this was last asked, in milliseconds of
 * processor time: a delay would count other programs too.
 */
export interface LoopHeld {
  p50: number;
  p99: number;
  max: number;
}

const { FAULT_MUTANT, FAULT_FIGURES } = process.env;

// biome-ignore lint/suspicious/noExplicitAny: the parts that are looked at are private.
const running: { live?: any; feed?: any } = {};

let restore = () => {};

/**
 * Makes the hub faulty in this way; without a name sound again. It forgets how often NATS has failed before: from
 * play to play it would wait longer until it trusts NATS, up to half a minute.
 */
function become(mutant: string): void {
  restore();
  restore = mutant ? mutate(mutant as MutantName) : () => {};
  if (running.feed) Object.assign(running.feed, { waitMs: 500, usedSince: -Infinity });
}

become(FAULT_MUTANT ?? "");

const { note } = FeedHealth.prototype;
FeedHealth.prototype.note = function (this: FeedHealth, problem) {
  running.feed = this;
  return note.call(this, problem);
};

const { subscribe } = LiveGroups.prototype;
LiveGroups.prototype.subscribe = function (this: LiveGroups, ...args) {
  running.live = this;
  return subscribe.apply(this, args);
};

function held(): Held {
  const { groups, tally, subscribing, shared } = running.live;
  return {
    bytes: bytesHeld(),
    groups: groups.size,
    clients: tally.counted.size,
    waiting: subscribing.watch.waiting.size,
    pages: shared.memory.count,
    pageBytes: shared.memory.bytes,
  };
}

const holds = createHistogram();
const tickMs = 5;

/** Measures from now on. */
function measureLoop(): void {
  let last = threadCpuMs();
  setInterval(() => {
    const now = threadCpuMs();
    holds.record(Math.max(1, Math.round(1000 * (now - last))));
    last = now;
  }, tickMs).unref();
}

function loopHeld(): LoopHeld {
  const [p50, p99, max] = [holds.percentile(50), holds.percentile(99), holds.max];
  holds.reset();
  return { p50: p50 / 1000, p99: p99 / 1000, max: max / 1000 };
}

interface Committing {
  // biome-ignore lint/suspicious/noExplicitAny: the lines of any use case.
  commit(em: unknown, work: () => Promise<{ lines: any[] }>): Promise<unknown>;
}

/** Kills the hub between the commit of this noun's creation and its answer. */
function killAfter(id: string): void {
  const ledger = Ledger.prototype as unknown as Committing;
  const { commit } = ledger;
  ledger.commit = async function (em, work) {
    let isLast = false;
    const committed = await commit.call(this, em, async () => {
      const done = await work();
      isLast = done.lines.some(({ entityId }) => entityId === id);
      return done;
    });
    if (isLast) process.kill(process.pid, "SIGKILL");
    return committed;
  };
}

const put: Record<string, (name: string) => void> = { mutant: become, "kill-after": killAfter };

/** Gives the figures; by PUT the path names the hub's fault. */
function answerTo({ method, url = "/" }: IncomingMessage): string {
  if (url === "/loop-held") return JSON.stringify(loopHeld());
  if (method !== "PUT") return JSON.stringify(held());
  const [, what = "", name = ""] = url.split("/");
  put[what]?.(decodeURIComponent(name));
  return "{}";
}

if (FAULT_FIGURES) {
  measureLoop();
  createServer((asked, answer) => answer.end(answerTo(asked)))
    .listen(FAULT_FIGURES)
    .unref();
}
