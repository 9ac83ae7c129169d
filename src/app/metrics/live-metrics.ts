import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import {
  type Due,
  type LiveStream,
  type Payload,
  type Sink,
  SinkBefore,
} from "../../live/index.js";
import { showGauge } from "./shown.js";

/** The number of positions whose time is known. */
const mostKnown = 4096;

/** When this node learned of positions of the ledger: of its own commits at once, of others' by its tail. */
class KnownSince {
  private readonly positions: number[] = [];
  private readonly times: number[] = [];

  note(position: number): void {
    if (position <= (this.positions.at(-1) ?? 0)) return;
    this.positions.push(position);
    this.times.push(performance.now());
    if (this.positions.length < 2 * mostKnown) return;
    this.positions.splice(0, mostKnown);
    this.times.splice(0, mostKnown);
  }

  /** When a position was learned of, as `performance.now` has it; undefined where that is not known. */
  of(position: number): number | undefined {
    const { positions, times } = this;
    let [low, high] = [0, positions.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    // The first known position is one of many that were learned of at once, or before.
    return low === 0 ? undefined : times[low];
  }
}

const lengthOf = (payload: Payload): number => (Buffer.isBuffer(payload) ? payload.length : 0);

/** A sink whose payloads are counted when they are given to it. */
class CountingSink extends SinkBefore {
  private readonly startedAt = performance.now();

  constructor(
    sink: Sink,
    private readonly count: (due: Due, startedAt: number) => void,
  ) {
    super(sink);
  }

  override take(due: Due): Promise<void> | undefined {
    const taken = super.take(due);
    this.count(due, this.startedAt);
    return taken;
  }
}

/** The metrics of subscriptions, whatever carries them. */
export class LiveMetrics {
  /** The live groups; absent before the hub has them. */
  groups: { readonly count: number } | undefined;
  private readonly known = new KnownSince();
  private readonly running: Gauge;
  private readonly frames: Counter;
  private readonly bytes: Counter;
  private readonly lag: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    this.running = new Gauge({
      name: "rembuk_subscriptions",
      help: "Subscriptions that have started and not ended, over all transports",
      registers,
    });
    const groups = "Groups of equal subscriptions, each of which is read and executed once";
    showGauge({ name: "rembuk_live_groups", help: groups, registry }, () => this.groups?.count);
    this.frames = new Counter({
      name: "rembuk_frames_total",
      help: "Payloads of subscriptions that were given to connections",
      registers,
    });
    this.bytes = new Counter({
      name: "rembuk_frame_bytes_total",
      help: "Bytes of these payloads, without the frames around them and before compression",
      registers,
    });
    this.lag = new Histogram({
      name: "rembuk_frame_lag_seconds",
      help: "Seconds from the commit of a change, or for one of another node from when this node learned of it, to the write of its frame to a connection that had everything before",
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
  }

  /** Notes that a position was committed or read just now. */
  readonly reached = (position: number): void => this.known.note(position);

  /** The same stream, counted. */
  counted(stream: LiveStream): LiveStream {
    return {
      get position() {
        return stream.position;
      },
      run: async (sink) => {
        this.running.inc();
        try {
          await stream.run(new CountingSink(sink, this.count));
        } finally {
          this.running.dec();
        }
      },
      end: () => stream.end(),
    };
  }

  private readonly count = ({ payloads, positions }: Due, startedAt: number): void => {
    let bytes = 0;
    for (const payload of payloads) bytes += lengthOf(payload);
    this.frames.inc(payloads.length);
    this.bytes.inc(bytes);
    const position = positions.at(-1);
    const since = position === undefined ? undefined : this.known.of(position);
    // What a subscriber missed before it came says nothing about delivery.
    if (since !== undefined && since >= startedAt) {
      this.lag.observe((performance.now() - since) / 1000);
    }
  };
}
