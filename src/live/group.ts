import { type ExecutionArgs, type ExecutionResult, execute } from "graphql";
import type { AccessScope } from "../access/index.js";
import type { ChangeOutline } from "../ledger/index.js";
import { overAnswer } from "../platform/answer-size.js";
import {
  type Class,
  type Database,
  type NounDefinition,
  nounOf,
  ReadSession,
  type RowRef,
  rowOf,
  type SeenRows,
  type Sql,
  sql,
} from "../reading/index.js";
import type { Following } from "./change-source.js";
import type { RecentChanges } from "./recent-changes.js";
import { SharedWait } from "./shared-wait.js";

/**
 * The payload of one change: its JSON, the same bytes for every subscriber; or a result with errors,
 * which each subscriber gets in their own language.
 */
export type Payload = Buffer | ExecutionResult;

/** One change as the subscribers of a group get it. */
interface Frame {
  position: number;
  payload: Payload;
}

/** A section of the ledger as one group sees it. */
export interface Page {
  frames: Frame[];
  /** The last position of the section. */
  upTo: number;
  /** The ledger's head at the read, as of which visibility was checked. */
  readAt: number;
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
}

/** The subscription of a group, taken from its first subscriber; that of the others is equal. */
export interface GroupSpec {
  following: Following;
  scope: AccessScope;
  args: ExecutionArgs;
  /** The most bytes of a frame's data. */
  answerBytes: number;
  /**
   * A context that reads from this snapshot with the group's access scope, in which the `seen` changes
   * are visible.
   */
  contextAt(session: ReadSession, seen: SeenRows): unknown;
}

/** Maximum number of changes in a page. */
const pageSize = 100;
/**
 * Bytes of JSON after which a page gets no more frames. It bounds the work that a subscriber causes
 * before it reads.
 */
const pageLength = 262_144;
/** Number of pages that a group holds; a subscriber further behind reads its own. */
const maxHeldPages = 4;

/**
 * Subscribers with the same document, the same variables and the same access scope. Each change is read
 * and executed once for all of them.
 */
export class Group {
  /** The wait of the subscribers that have seen everything. */
  readonly wait: SharedWait;
  private readonly pages = new Map<number, Promise<Page>>();
  private readonly changes: NounDefinition;
  private readonly change: RowRef;
  private readonly followed: Sql;
  /** The number of subscribers. */
  members = 0;

  /** Throws BAD_USER_INPUT when the subscription's condition is not valid. */
  constructor(
    private readonly database: Database,
    changes: Class,
    private readonly recent: RecentChanges,
    private readonly spec: GroupSpec,
  ) {
    const { following, scope } = spec;
    this.wait = new SharedWait(recent, following.concerns);
    this.changes = nounOf(changes);
    this.change = rowOf(changes);
    this.followed = following.condition(scope, this.change);
  }

  /**
   * The page after a position, read when the head was at `notBefore` or later. An older page may
   * hold a change that was hidden before this subscriber came.
   */
  async page(after: number, notBefore: number): Promise<Page> {
    for (let known = this.pages.get(after); known; known = this.pages.get(after)) {
      const page = await known;
      if (page.readAt >= notBefore) return page;
      this.drop(after, known);
    }
    return this.hold(after, this.read(after));
  }

  private hold(after: number, read: Promise<Page>): Promise<Page> {
    this.pages.set(after, read);
    // A page without progress, or one whose read failed, must be read again.
    read.then(
      (page) => page.upTo === after && this.drop(after, read),
      () => this.drop(after, read),
    );
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > maxHeldPages && oldest !== undefined) this.pages.delete(oldest);
    return read;
  }

  private drop(after: number, page: Promise<Page>): void {
    if (this.pages.get(after) === page) this.pages.delete(after);
  }

  /** An empty page up to the ledger's `head`, if no change up to there concerns the group. */
  async emptyPage(after: number, head: number): Promise<Page | undefined> {
    const { concerns } = this.spec.following;
    if (await this.recent.mayConcern(concerns, after, head)) return undefined;
    return {
      frames: [],
      upTo: head,
      readAt: head,
      accessAt: await this.recent.accessChangedAt(head),
    };
  }

  private async read(after: number): Promise<Page> {
    const page = await this.readSnapshot(after);
    return { ...page, accessAt: await this.recent.accessChangedAt(page.readAt) };
  }

  private async readSnapshot(after: number) {
    const session = await ReadSession.open(this.database);
    // A subscriber that gets a change must find it in its next request to this process.
    this.recent.tail.reached(session.position);
    try {
      const positions = await this.positions(session, after);
      const frames = await this.frames(session, positions);
      const whole = frames.length === positions.length && positions.length < pageSize;
      const last = frames.at(-1)?.position ?? after;
      const readAt = session.position;
      return { frames, upTo: whole ? Math.max(after, readAt) : last, readAt };
    } finally {
      await session.close();
    }
  }

  /** The positions of the visible changes that the group follows. */
  private async positions(session: ReadSession, after: number): Promise<number[]> {
    const changes = this.recent.held(after, session.position);
    const candidates = changes?.filter((change) => this.spec.following.concerns?.(change) ?? true);
    if (candidates?.length === 0) return [];
    const { change } = this;
    const position = change.column("position");
    const rows = await session.rows<{ position: number }>(sql`
      select ${position}::float8 as position from ${change.source}
      where ${position} > ${after} and ${this.followed} and ${this.visible(candidates)}
      order by ${position} limit ${pageSize}`);
    return rows.map(({ position }) => position);
  }

  /** The visibility of changes. It depends on their noun: known candidates need fewer conditions. */
  private visible(candidates: readonly ChangeOutline[] | undefined): Sql {
    const { visible, visibleAmong } = this.changes;
    const { scope } = this.spec;
    if (!candidates || !visibleAmong) return visible(scope, this.change);
    return visibleAmong(scope, this.change, new Set(candidates.map(({ entity }) => entity)));
  }

  /** Makes the frames in batches of doubling size: the frames of a batch share their reads. */
  private async frames(session: ReadSession, positions: readonly number[]): Promise<Frame[]> {
    const ids = new Set(positions.map(String));
    const context = this.spec.contextAt(session, { noun: this.changes, ids });
    const frames: Frame[] = [];
    let length = 0;
    while (frames.length < positions.length && length <= pageLength) {
      const next = positions.slice(frames.length, Math.max(1, 2 * frames.length));
      const made = await Promise.all(next.map((position) => this.frame(position, context)));
      // Errors of the document are part of the payload; an error of the database is thrown.
      const [error] = made.flatMap(({ payload }) => errorsOf(payload));
      if (error && !(await isUsable(session))) throw error;
      for (const { payload } of made) length += lengthOf(payload);
      frames.push(...made);
    }
    return frames;
  }

  private async frame(position: number, contextValue: unknown): Promise<Frame> {
    const rootValue = this.spec.following.event(position);
    const executed = await execute({ ...this.spec.args, rootValue, contextValue });
    const over = overAnswer(executed.data, this.spec.answerBytes);
    const result = over ? { errors: [over] } : executed;
    const { errors, data = null } = result;
    const payload = errors ? { ...result, data } : Buffer.from(JSON.stringify(result));
    return { position, payload };
  }
}

const errorsOf = (payload: Payload) => (Buffer.isBuffer(payload) ? [] : (payload.errors ?? []));

const lengthOf = (payload: Payload): number =>
  Buffer.isBuffer(payload) ? payload.length : JSON.stringify(payload.data).length;

/** True if a snapshot can still be read. An error of the database ends it; one of a resolver does not. */
function isUsable(session: ReadSession): Promise<boolean> {
  return session.rows(sql`select 1`).then(
    () => true,
    () => false,
  );
}
