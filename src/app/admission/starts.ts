import type { ExecutionArgs } from "graphql";
import { type Due, type LiveStream, type Sink, SinkBefore } from "../../live/index.js";
import type { Config } from "../../platform/config.js";
import type { Release } from "../../platform/fair-slots.js";
import type { Metrics } from "../metrics.js";
import type { Subscribed } from "../port.js";
import { askedPosition } from "./asked-position.js";
import { notWanted } from "./retry-after.js";
import { StartPace } from "./start-pace.js";
import { StartQueue, type StartRequest } from "./start-queue.js";

/** The longest time for which a start counts as running whose client does not read, in milliseconds. */
const mostStartMs = 2000;

/** Who starts a subscription. */
export interface Starter extends Pick<StartRequest, "client" | "gone"> {
  /** The position that its transport gives beside the document. */
  resumeAfter?: number | undefined;
  /** False once its client wants it no more. */
  isWanted?(): boolean;
}

/** A stream whose start has ended once it has given its first page, or has nothing to give. */
class StartedStream implements LiveStream {
  constructor(
    private readonly stream: LiveStream,
    private readonly begun: Release,
  ) {}

  get position(): number | undefined {
    return this.stream.position;
  }

  async run(sink: Sink): Promise<void> {
    const late = setTimeout(this.begun, mostStartMs).unref();
    try {
      await this.stream.run(new StartedSink(sink, this.begun));
    } finally {
      clearTimeout(late);
      this.begun();
    }
  }

  end(): void {
    this.begun();
    this.stream.end();
  }
}

class StartedSink extends SinkBefore {
  constructor(
    sink: Sink,
    private readonly begun: Release,
  ) {
    super(sink);
  }

  override take(due: Due): Promise<void> | undefined {
    this.begun();
    return super.take(due);
  }

  override caughtUp(): void {
    this.begun();
    super.caughtUp();
  }
}

/** The starts of all subscriptions of a hub, by whatever transport. */
export class Starts {
  /** The checks of credentials of new sockets: they say nothing of a position yet. */
  readonly connects: StartQueue;
  readonly queue: StartQueue;

  constructor({ live, limits }: Pick<Config, "live" | "limits">, metrics: Metrics) {
    const { startsAtOnce: atOnce, startsWaiting: waiting, startWaitSeconds } = live;
    const bounds = { atOnce, waiting, waitMs: startWaitSeconds * 1000 };
    const pace = new StartPace(limits.startsPerClient, limits.clientsPerAddress);
    this.connects = new StartQueue(bounds, metrics);
    this.queue = new StartQueue(bounds, metrics, pace);
  }

  /**
   * Starts a subscription at its turn, which lasts until it has its first page. Throws the refusals of
   * `StartQueue`.
   */
  async begin(
    args: Pick<ExecutionArgs, "document" | "operationName" | "variableValues">,
    { client, gone, resumeAfter, isWanted }: Starter,
    start: () => Promise<Subscribed> | Subscribed,
  ): Promise<Subscribed> {
    const after = resumeAfter ?? askedPosition(args);
    const release = await this.queue.take({ client, after, gone });
    try {
      if (isWanted && !isWanted()) throw notWanted();
      const started = await start();
      if ("run" in started) return new StartedStream(started, release);
      release();
      return started;
    } catch (error) {
      release();
      throw error;
    }
  }
}
