import { type ExecutionArgs, execute } from "graphql";
import type { ChangeOutline } from "../ledger/index.js";
import { type ReadSession, tablesChangedWith } from "../reading/index.js";
import type { AnswerBasis, Answering, AnswerRoot } from "./answer-source.js";
import { dayNumber } from "./next-day.js";
import { checkUsable, type Payload, payloadOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { Concerns } from "./watch.js";

/** An answer, as all subscribers of a group get it. */
export interface Answer {
  payload: Payload;
  /** What it holds beside positions: an answer with the same content is not sent again. */
  content: string;
  /** True for an error, after which the stream ends. */
  isLast: boolean;
  /** The ledger's position in the snapshot that it was read from. */
  readAt: number;
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
  /** The day on which it was read. */
  day: number;
  /** True for a change that may change it. */
  concerns: Concerns;
}

/** How late an answer must have been read. */
export interface Freshness {
  /** The position of the ledger. */
  position: number;
  /** The number of the day. */
  day: number;
}

/** What a group's subscribers have in common, taken from the first of them. */
export interface AnswerSpec {
  args: ExecutionArgs;
  answering: Answering;
  /** The most bytes of a frame's data. */
  answerBytes: number;
  /** A context that reads from this snapshot with the group's access scope. */
  contextAt(session: ReadSession): unknown;
}

/** The changes that may change what is read from these tables. */
function changesOf(tables: readonly string[] | undefined): Concerns {
  if (!tables) return () => true;
  const read = new Set(tables);
  const known = new Map<string, boolean>();
  return ({ entity }: ChangeOutline) => {
    const answer = known.get(entity) ?? mayChange(read, entity);
    known.set(entity, answer);
    return answer;
  };
}

/** True where a change of this entity may change one of the tables, or is of a noun that is not known. */
function mayChange(read: ReadonlySet<string>, entity: string): boolean {
  const tables = tablesChangedWith(entity);
  return tables.length === 0 || tables.some((table) => read.has(table));
}

/** Subscribers that follow the same answer in the same access scope: it is read once for all of them. */
export class AnswerGroup {
  private last: Promise<Answer> | undefined;
  members = 0;

  constructor(
    private readonly recent: RecentChanges,
    private readonly spec: AnswerSpec,
  ) {}

  /** The answer as of a position or later, on a day or later. */
  async answer({ position, day }: Freshness, open: () => Promise<ReadSession>): Promise<Answer> {
    for (let { last } = this; last; last = this.last) {
      const known = await last;
      if (known.readAt >= position && known.day >= day) return known;
      if (this.last === last) break;
    }
    const next = this.read(open);
    this.last = next;
    next.catch(() => {
      if (this.last === next) this.last = undefined;
    });
    return next;
  }

  private async read(open: () => Promise<ReadSession>): Promise<Answer> {
    const session = await open();
    const day = dayNumber(Date.now());
    const readAt = session.position;
    // A subscriber that gets an answer must find what it shows in its next request to this process.
    this.recent.tail.reached(readAt);
    const made = await this.made(session).finally(() => session.close());
    return { ...made, readAt, day, accessAt: await this.recent.accessChangedAt(readAt) };
  }

  private async made(session: ReadSession) {
    const { args, answering, answerBytes, contextAt } = this.spec;
    let basis: AnswerBasis = { tables: undefined };
    const rootValue: AnswerRoot = {
      readFrom: (found) => {
        basis = found;
      },
    };
    const contextValue = contextAt(session);
    const executed = await execute({ ...args, rootValue, contextValue });
    const payload = payloadOf(executed, answerBytes);
    await checkUsable(session, [payload]);
    return {
      payload,
      content: answering.contentOf(executed.data),
      isLast: !Buffer.isBuffer(payload),
      concerns: changesOf(answering.followsAll ? undefined : basis.tables),
    };
  }
}
