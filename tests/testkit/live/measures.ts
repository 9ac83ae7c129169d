import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pg from "pg";

/** How a group looks for what came after a position. */
const look = /from "change" as "t1"\s+where "t1"\."position" >/;

/** Watches what this process's hubs ask the database, by what the streams ask. */
export class StreamStatements {
  private readonly texts: string[] = [];
  private readonly seen: (() => void)[] = [];
  private readonly query = pg.Client.prototype.query;

  constructor() {
    const { query, texts, seen } = this;
    pg.Client.prototype.query = function (this: pg.Client, ...args: never) {
      const [asked] = args as [string | { text: string }];
      const text = typeof asked === "string" ? asked : asked.text;
      texts.push(text);
      if (look.test(text)) for (const tell of seen.splice(0)) tell();
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

  /** What streams asked while `work` ran. */
  async during(work: () => Promise<unknown>): Promise<{ looks: number; payloads: number }> {
    this.texts.length = 0;
    await work();
    const count = (pattern: RegExp) => this.texts.filter((text) => pattern.test(text)).length;
    return {
      looks: count(look),
      // A payload reads the change that it shows.
      payloads: count(/from "change" as "t1" where "t1"\."position" = any/),
    };
  }
}

/** Resolves when a figure of the hub's metrics has this value. */
export async function metricBecomes(hub: { metricsUrl: string }, name: string, value: number) {
  const line = new RegExp(`^${name} ${value}$`, "m");
  while (!line.test(await (await fetch(hub.metricsUrl)).text()));
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
