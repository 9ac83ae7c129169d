import { type ExecutionArgs, execute } from "graphql";
import type { AccessScope } from "../access/index.js";
import { type ChangeOutline, checkRetained, outlineColumns } from "../ledger/index.js";
import {
  type Class,
  nounOf,
  type PlanSession,
  type ReadSession,
  type RowRef,
  rowOf,
  type SeenRows,
  type Sql,
  sql,
} from "../reading/index.js";
import { checkUsable, lengthOf, type Payload, payloadOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { Concerns } from "./watch.js";

/** One change as the subscribers of a group get it. */
export interface Frame {
  change: ChangeOutline;
  payload: Payload;
}

/** A section of the ledger as one group sees it. */
export interface Section {
  frames: Frame[];
  /** The last position of the section. */
  upTo: number;
  /** The ledger's head at the read, as of which visibility was checked. */
  readAt: number;
}

/** What a group's subscribers have in common, taken from the first of them. */
export interface GroupSpec {
  scope: AccessScope;
  args: ExecutionArgs;
  /** The most bytes of a frame's data. */
  answerBytes: number;
  /** The root value of the payload's resolvers for the change at a position. */
  event(position: number): object;
  /**
   * A context that reads from this snapshot with the group's access scope, in which the `seen` changes
   * are visible.
   */
  contextAt(session: ReadSession, seen: SeenRows): unknown;
}

/** The snapshot in which a section is read. */
type SectionSession = Pick<ReadSession, "position"> & Pick<PlanSession, "rows">;

/** The changes that a section is to hold, besides that the viewer must see them. */
export interface Wanted {
  condition: Sql;
  /** True for a change that may be wanted; those that the condition finds are checked too. */
  concerns: Concerns;
}

/** Maximum number of changes that a section gives. */
export const sectionSize = 1000;
/** The most changes that are looked at for a section, of those that its condition finds. */
const mostLookedAt = 1000;
/**
 * Bytes of JSON, and milliseconds, after which a section gets no more frames. They bound the work that a
 * subscriber causes before it reads, and the time for which a connection is held.
 */
export const sectionLength = 262_144;
export const sectionMs = 1000;

/** The number of frames that are made after so many: batches double, as the frames of one share their reads. */
export const nextBatch = (made: number): number => Math.max(1, made);

/** Changes that meet a condition, whoever asks: all of them after a position, up to another. */
export interface Candidates {
  changes: readonly ChangeOutline[];
  upTo: number;
}

/** The last position of a section that lacks the rest of what is due, of what was found, or nothing. */
export function endOf(
  found: readonly ChangeOutline[],
  due: number,
  frames: readonly Frame[],
  { after, lookedUpTo }: { after: number; lookedUpTo: number },
): number {
  if (frames.length < due) return frames.at(-1)?.change.position ?? after;
  return found.length < sectionSize
    ? Math.max(after, lookedUpTo)
    : (found.at(-1)?.position ?? after);
}

/** Reads sections of the ledger for one group: visibility and payloads in one snapshot. */
export class PageReader {
  /** The row that conditions are on. */
  readonly change: RowRef;

  constructor(
    private readonly changes: Class,
    private readonly recent: RecentChanges,
    private readonly spec: GroupSpec,
  ) {
    this.change = rowOf(changes);
  }

  /**
   * The section after a position, in a snapshot that the caller closes. CURSOR_EXPIRED where that lacks some of
   * the changes after the position.
   */
  async read(session: ReadSession, after: number, wanted: Wanted): Promise<Section> {
    checkRetained(after, session.held);
    const { changes, upTo: lookedUpTo } = await this.candidates(session, after, wanted);
    const due = await this.found(session, changes.filter(wanted.concerns), wanted);
    const frames = await this.frames(session, due);
    const readAt = session.position;
    const upTo = endOf(due, due.length, frames, { after, lookedUpTo });
    return { frames, upTo, readAt };
  }

  /**
   * The changes after a position that meet the condition, whoever may see them: those that are known, else those
   * that the database finds.
   */
  async candidates(
    session: SectionSession,
    after: number,
    { condition }: Wanted,
  ): Promise<Candidates> {
    const known = this.recent.held(after, session.position);
    if (known) return { changes: known, upTo: Math.max(after, session.position) };
    const { change } = this;
    const position = change.column("position");
    const changes = await session.rows<ChangeOutline>(sql`
      select ${outlineColumns} from ${change.source} where ${position} > ${after} and ${condition}
      order by ${position} limit ${mostLookedAt}`);
    const last = changes.length < mostLookedAt ? undefined : changes.at(-1);
    return { changes, upTo: last?.position ?? Math.max(after, session.position) };
  }

  /** Those of some changes that are visible and meet the condition. */
  private async found(
    session: SectionSession,
    candidates: readonly ChangeOutline[],
    { condition }: Wanted,
  ): Promise<ChangeOutline[]> {
    if (candidates.length === 0) return [];
    const { change } = this;
    const position = change.column("position");
    const among = sql`${position} = any(${candidates.map((one) => one.position)}::bigint[])`;
    return session.rows<ChangeOutline>(sql`
      select ${outlineColumns} from ${change.source}
      where ${among} and ${condition} and ${this.visible(candidates)}
      order by ${position} limit ${sectionSize}`);
  }

  /** The visibility of changes. It depends on their noun: known candidates need few conditions. */
  private visible(candidates: readonly ChangeOutline[]): Sql {
    const { visible, visibleAmong } = nounOf(this.changes);
    const { scope } = this.spec;
    const entities = new Set(candidates.map(({ entity }) => entity));
    return visibleAmong?.(scope, this.change, entities) ?? visible(scope, this.change);
  }

  /** Makes the frames in batches of doubling size: the frames of a batch share their reads. */
  private async frames(session: ReadSession, due: readonly ChangeOutline[]): Promise<Frame[]> {
    const ids = new Set(due.map(({ position }) => String(position)));
    const context = this.spec.contextAt(session, { noun: nounOf(this.changes), ids });
    const until = performance.now() + sectionMs;
    const frames: Frame[] = [];
    let length = 0;
    while (frames.length < due.length && length <= sectionLength) {
      const next = due.slice(frames.length, frames.length + nextBatch(frames.length));
      const made = await Promise.all(next.map((change) => this.frame(change, context)));
      // Errors of the document are part of the payload; an error of the database is thrown.
      await checkUsable(
        session,
        made.map(({ payload }) => payload),
      );
      for (const { payload } of made) length += lengthOf(payload);
      frames.push(...made);
      if (performance.now() > until) break;
    }
    return frames;
  }

  private async frame(change: ChangeOutline, contextValue: unknown): Promise<Frame> {
    const rootValue = this.spec.event(change.position);
    const executed = await execute({ ...this.spec.args, rootValue, contextValue });
    return { change, payload: payloadOf(executed, this.spec.answerBytes) };
  }
}
