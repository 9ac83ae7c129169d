import "reflect-metadata";
import { createServer, type IncomingMessage } from "node:http";
import { Ledger } from "../../../src/ledger/index.js";
import { LiveGroups } from "../../../src/live/index.js";
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

const { FAULT_MUTANT, FAULT_FIGURES } = process.env;

let restore = () => {};

/** Makes the hub faulty in this way; without a name sound again. */
function become(mutant: string): void {
  restore();
  restore = mutant ? mutate(mutant as MutantName) : () => {};
}

become(FAULT_MUTANT ?? "");

// biome-ignore lint/suspicious/noExplicitAny: the parts that are looked at are private.
const running: { live?: any } = {};
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
  if (method !== "PUT") return JSON.stringify(held());
  const [, what = "", name = ""] = url.split("/");
  put[what]?.(decodeURIComponent(name));
  return "{}";
}

if (FAULT_FIGURES) {
  createServer((asked, answer) => answer.end(answerTo(asked)))
    .listen(FAULT_FIGURES)
    .unref();
}
