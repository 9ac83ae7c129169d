import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";

/** How a group looks for what came after a position: alone, or with others whose scopes differ. */
const looks = {
  alone: /from "change" as "t1"\s+where "t1"\."position" >/,
  together: /from "change" as "t1"\s+where \("t1"\."position" = any\("t\d+"\."positions"\)/,
};

/** How payloads are read. Each reads the change that it shows. */
const payloads = {
  alone: /from "change" as "t1" where "t1"\."position" = any/,
  together: /octet_length\(made\.data\)/,
};

interface Statement {
  text: string;
  values?: unknown[];
}

/** A statement, and for how many viewers or payloads it was made, where it may be for many. */
interface Asked {
  text: string;
  lanes: number;
}

const countOf = (asked: readonly Asked[], { alone, together }: typeof looks): number =>
  asked.reduce((count, { text, lanes }) => {
    if (together.test(text)) return count + lanes;
    return alone.test(text) ? count + 1 : count;
  }, 0);

/** Watches what this process's hubs ask the database, by what the streams ask. */
export class StreamStatements {
  private readonly asked: Asked[] = [];
  private readonly seen: (() => void)[] = [];
  private readonly query = pg.Client.prototype.query;

  constructor() {
    const { query, asked, seen } = this;
    pg.Client.prototype.query = function (this: pg.Client, ...args: never) {
      const [given, values] = args as [string | Statement, unknown[] | undefined];
      const statement = typeof given === "string" ? { text: given } : given;
      const { text } = statement;
      const [first] = values ?? statement.values ?? [];
      asked.push({ text, lanes: Array.isArray(first) ? first.length : 1 });
      if (countOf(asked.slice(-1), looks) > 0) for (const tell of seen.splice(0)) tell();
      return query.apply(this, args);
    } as typeof query;
  }

  stop(): void {
    pg.Client.prototype.query = this.query;
  }

  /** Resolves when a stream looks for what came; its snapshot is taken then. */
  looked(): Promise<void> {
    return new Promise((resolve) => void this.seen.push(resolve));
  }

  /** For how many at once each statement was made that read payloads for several. */
  get shared(): number[] {
    const together = this.asked.filter(({ text }) => payloads.together.test(text));
    return together.map(({ lanes }) => lanes).filter((lanes) => lanes > 1);
  }

  /** What streams asked while `work` ran: looks by viewers' scopes, and payloads. */
  async during(work: () => Promise<unknown>): Promise<{ looks: number; payloads: number }> {
    this.asked.length = 0;
    await work();
    return { looks: countOf(this.asked, looks), payloads: countOf(this.asked, payloads) };
  }
}

/** The pause before the metrics are asked for again, which leaves the hub its turn, in milliseconds. */
const pauseMs = 5;

/** Resolves when a figure of the hub's metrics has this value. */
export async function metricBecomes(hub: { metricsUrl: string }, name: string, value: number) {
  const line = new RegExp(`^${name} ${value}$`, "m");
  while (!line.test(await (await fetch(hub.metricsUrl)).text())) await delay(pauseMs);
}

/** A figure of the hub's metrics. */
export async function metricOf(hub: { metricsUrl: string }, name: string): Promise<number> {
  const text = await (await fetch(hub.metricsUrl)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The bytes that the process holds on to, in the heap and in buffers. */
export function bytesHeld(): number {
  // The first finds the buffers that nobody holds, the second lets their bytes go.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
