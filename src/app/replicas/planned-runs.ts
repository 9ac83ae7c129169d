import type { Tail } from "../../ledger/index.js";
import { isLostConnection } from "../../platform/database/index.js";
import {
  AnswerTooLong,
  type PlannedAnswer,
  type PlanRunner,
  type Prepared,
} from "../../reading/index.js";
import type { ReadBounds } from "../limits/index.js";
import {
  absentState,
  isOfValues,
  stateOf,
  tooLargeState,
  unexpectedNoun,
} from "../planned-faults.js";
import type { Client } from "../port.js";
import type { Replica, Taken } from "./replica.js";
import type { Fallback, Replicas, RunCounts } from "./replicas.js";

/** The answer of a plan, and the replica that gave it; undefined for the primary. */
export interface RunAnswer extends PlannedAnswer {
  from?: Replica | undefined;
}

/** What a run of a plan needs. */
export interface RunNeeds {
  /** The position that the requester has seen. */
  atLeast: number;
  /** The replica that the answer's other parts come from. */
  from?: Replica | undefined;
}

/** The parts of the runs. */
export interface RunParts {
  bounds: ReadBounds;
  tail: Pick<Tail, "position">;
  primary: PlanRunner;
  /** Absent where there are none. */
  replicas: Replicas | undefined;
  counts: RunCounts;
}

/** SQLSTATE of a statement that a replica ended, as it reads what the primary has removed. */
const conflictState = "40001";

/** True for an error of the document, its values, its lines or its length: the primary would give the same. */
const isOwn = (error: unknown): boolean =>
  error instanceof AnswerTooLong ||
  isOfValues(error) ||
  unexpectedNoun(error) !== undefined ||
  [absentState, tooLargeState].includes(String(stateOf(error)));

/**
 * Runs plans, on a replica where one has what the answer needs, else on the primary. What this process knows
 * of the ledger is the least: an answer is never before one that it gave, or a change that it told. The
 * snapshot of the answer itself proves that. No error of a replica reaches a requester.
 */
export class PlannedRuns {
  constructor(private readonly parts: RunParts) {}

  async run(prepared: Prepared, client: Client, needs: RunNeeds): Promise<RunAnswer> {
    const { bounds, primary, replicas, counts } = this.parts;
    if (replicas) {
      const answer = await this.onReplica(replicas, prepared, client, needs);
      if (typeof answer === "object") return answer;
      counts.fellBack(answer);
      counts.ran("primary");
    }
    return bounds.runPlan(primary, prepared, client);
  }

  private async onReplica(
    replicas: Replicas,
    prepared: Prepared,
    client: Client,
    { atLeast, from }: RunNeeds,
  ): Promise<RunAnswer | Fallback> {
    // What changes without a change in the ledger has no position that could be waited for.
    if (!prepared.plan.reads) return "none";
    const needed = Math.max(atLeast, this.parts.tail.position);
    const taken = from?.takeNow(client, needed) ?? (await replicas.take(client, needed));
    if (typeof taken === "string") return taken;
    const answer = await this.ask(taken, prepared, client, needed);
    if (typeof answer === "string") return answer;
    if (!(await replicas.isShown(answer.position))) return "position";
    this.parts.counts.ran(String(taken.replica.number));
    const { position, data } = answer;
    return { position, data: prepared.finish(data), from: taken.replica };
  }

  /** The answer of a replica as Postgres wrote it; why there is none. */
  private async ask(
    { replica, release }: Taken,
    prepared: Prepared,
    client: Client,
    needed: number,
  ): Promise<PlannedAnswer | Fallback> {
    const statementMs = this.parts.bounds.statementMs(client);
    try {
      const answer = await replica.read(() =>
        replica.runner.runOnStandby(prepared, statementMs, needed).finally(release),
      );
      if (!answer) return "position";
      replica.note(answer.position);
      return answer;
    } catch (error) {
      if (isOwn(error)) throw error;
      // It may end the connection too, and is well all the same.
      if (stateOf(error) === conflictState) return "conflict";
      if (isLostConnection(error)) replica.lost();
      return "failed";
    }
  }
}
