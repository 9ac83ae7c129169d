import type { Ledger, Tail } from "../../ledger/index.js";
import type { SlotClient } from "../../platform/fair-slots.js";
import type { Replica, ReplicaFigures, Taken } from "./replica.js";

/** The time for the primary to show a commit that a replica has, in milliseconds. */
const shownMs = 250;

/** Why a read goes to the primary. */
export type Fallback =
  /** No replica can be asked, or the ledger's head is not known. */
  | "none"
  /** None had the position in time. */
  | "behind"
  /** The client has no connection to one now. */
  | "busy"
  /** It has to make way for what the primary has removed. */
  | "conflict"
  /** It failed, or took too long. */
  | "failed"
  /** Its answer was before what the read needs, or after what the primary has shown. */
  | "position";

/** The counts of runs: by the replica's number, or `primary`, and of those that a replica did not answer. */
export interface RunCounts {
  ran(target: string): void;
  fellBack(reason: Fallback): void;
}

/** The replicas of the hub's database. */
export class Replicas {
  private turn = 0;

  constructor(
    readonly all: readonly Replica[],
    private readonly tail: Pick<Tail, "position" | "isCurrent" | "beyond" | "wake" | "reached">,
    private readonly waitMs: number,
  ) {}

  get figures(): (ReplicaFigures & { replica: number })[] {
    return this.all.map((each) => ({ replica: each.number, ...each.figures }));
  }

  /**
   * A connection to a replica that is known to have a position; of several the one with the fewest reads.
   * It waits for a moment where none has it yet.
   */
  async take(client: SlotClient, position: number): Promise<Taken | Fallback> {
    const able = await this.having(position);
    if (typeof able === "string") return able;
    for (const replica of able) {
      const taken = replica.takeNow(client, position);
      if (taken) return taken;
    }
    return "busy";
  }

  /** The replicas that have a position, the best first; after the wait for one, why there is none. */
  async having(position: number): Promise<Replica[] | Fallback> {
    const ready = this.all.filter(({ isReady }) => isReady);
    // An answer at an unknown head may be older than what this process has told.
    if (ready.length === 0 || !this.tail.isCurrent) return "none";
    if (!ready.some((each) => each.has(position))) await this.anyWith(ready, position);
    const able = ready.filter((each) => each.has(position));
    return able.length === 0 ? "behind" : this.inTurn(able);
  }

  /**
   * Takes note of where the primary is. What a viewer may see, which was read there, then decides about no
   * rows of a replica that lacks what it was read with.
   */
  noteHead(ledger: Pick<Ledger, "position">): () => Promise<void> {
    return async () => this.tail.reached(await ledger.position());
  }

  /**
   * True if the primary has shown this position, or does so in a moment. A replica may have a commit before the
   * primary shows it, and after a failover it may never have been.
   */
  async isShown(position: number): Promise<boolean> {
    const { tail } = this;
    if (tail.position >= position) return true;
    tail.wake();
    await tail.beyond(position - 1, AbortSignal.timeout(shownMs));
    return tail.position >= position;
  }

  /** Those with the fewest reads first, and others than the last time among those with the same number. */
  private inTurn(able: readonly Replica[]): Replica[] {
    this.turn += 1;
    const first = this.turn % able.length;
    const turned = [...able.slice(first), ...able.slice(0, first)];
    return turned.toSorted((one, other) => one.running - other.running);
  }

  /** Resolves when one of these has a position, or after the wait. */
  private async anyWith(ready: readonly Replica[], position: number): Promise<void> {
    if (this.waitMs === 0) return;
    const found = new AbortController();
    const signal = AbortSignal.any([found.signal, AbortSignal.timeout(this.waitMs)]);
    await Promise.race(ready.map((each) => each.reached(position, signal)));
    found.abort();
  }
}
