import type { Tail } from "../../ledger/index.js";
import type { PlanSession, PlanSessionBounds, PlanSessions } from "../../reading/index.js";
import type { PlannedSnapshots } from "../limits/index.js";
import type { Replica } from "./replica.js";
import type { Fallback, Replicas, RunCounts } from "./replicas.js";

/** The parts of the snapshots. */
export interface SnapshotParts {
  primary: PlanSessions;
  tail: Pick<Tail, "position">;
  /** Absent where there are none. */
  replicas: Replicas | undefined;
  counts: RunCounts;
}

/**
 * Opens the snapshots of live groups, on a replica where one has what the node knows and what the subscribers
 * have seen, else on the primary.
 */
export class LiveSnapshots implements PlannedSnapshots {
  constructor(private readonly parts: SnapshotParts) {}

  /** Without a position it is the primary's. The caller's turn ends with the snapshot. */
  async open(bounds: PlanSessionBounds, atLeast?: number): Promise<PlanSession> {
    const { primary, replicas, counts } = this.parts;
    if (replicas) {
      const session =
        atLeast === undefined ? "none" : await this.onReplica(replicas, bounds, atLeast);
      if (typeof session === "object") return session;
      counts.fellBack(session);
      counts.ran("primary");
    }
    return primary.open(bounds);
  }

  private async onReplica(
    replicas: Replicas,
    bounds: PlanSessionBounds,
    atLeast: number,
  ): Promise<PlanSession | Fallback> {
    const needed = Math.max(atLeast, this.parts.tail.position);
    const able = await replicas.having(needed);
    if (typeof able === "string") return able;
    const [replica] = able;
    if (!replica) return "none";
    let isTaken = false;
    // The turn goes on where the primary is asked instead.
    const onClosed = () => isTaken && bounds.onClosed();
    const session = await openOn(replica, { ...bounds, onClosed });
    if (!session) return "failed";
    const { position, isOnStandby } = session;
    if (!isOnStandby || position < needed || !(await replicas.isShown(position))) {
      await session.close();
      return "position";
    }
    isTaken = true;
    replica.note(position);
    this.parts.counts.ran(String(replica.number));
    return session;
  }
}

/** A snapshot of a replica; undefined where it fails, or the replica goes meanwhile. */
async function openOn(
  replica: Replica,
  bounds: PlanSessionBounds,
): Promise<PlanSession | undefined> {
  const opening = replica.sessions.open(bounds);
  try {
    return await replica.read(() => opening);
  } catch {
    opening.then((late) => late.close()).catch(() => undefined);
    return undefined;
  }
}
