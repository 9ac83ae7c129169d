import { type ExecutionArgs, type ExecutionResult, execute } from "graphql";
import type { AccessScope } from "../access/index.js";
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
import { QuietWatch } from "./quiet-watch.js";
import type { Line, RecentChanges } from "./recent-changes.js";

/**
 * What a subscriber gets of a change: the payload's JSON, the same bytes for all; or a result with
 * errors, which each is shown in their own language.
 */
export type Payload = Buffer | ExecutionResult;

/** One change as its group's subscribers get it. */
interface Frame {
  position: number;
  payload: Payload;
}

/** A stretch of the ledger as one group sees it. */
export interface Page {
  frames: Frame[];
  /** Everything up to here has been looked at. */
  upTo: number;
  /** The ledger's head when it was read: who may see what is as of then. */
  readAt: number;
  /** Where anybody's access changed last before it was read. */
  accessAt: number;
}

/** What a group needs of its first subscriber; the others ask the same. */
export interface GroupSpec {
  following: Following;
  scope: AccessScope;
  args: ExecutionArgs;
  /**
   * A context that reads from this snapshot with the group's view of the world, to which these
   * changes were found visible.
   */
  contextAt(session: ReadSession, seen: SeenRows): unknown;
}

/** How many changes one page holds at most. */
const pageSize = 100;
/**
 * How long a page's frames may be together, in bytes of JSON, before no more are made: what a
 * subscriber makes the hub do ahead of its reading.
 */
const pageLength = 262_144;
/** How many pages a group remembers; laggards further back read their own. */
const pagesKept = 4;

/**
 * Subscribers who ask the same document with the same variables and the same view of the world: each
 * change is read and executed once for all of them.
 */
export class Group {
  /** Where those wait who have seen everything. */
  readonly quiet: QuietWatch;
  private readonly pages = new Map<number, Promise<Page>>();
  private readonly changes: NounDefinition;
  private readonly change: RowRef;
  private readonly followed: Sql;
  /** How many subscribers follow it now. */
  members = 0;

  /** Throws BAD_USER_INPUT when what it is to follow makes no sense. */
  constructor(
    private readonly database: Database,
    changes: Class,
    private readonly recent: RecentChanges,
    private readonly spec: GroupSpec,
  ) {
    const { following, scope } = spec;
    this.quiet = new QuietWatch(recent, following.concerns);
    this.changes = nounOf(changes);
    this.change = rowOf(changes);
    this.followed = following.condition(scope, this.change);
  }

  /**
   * What comes after a position, up to the ledger's head or a page's worth, read when the head was
   * at `notBefore` or later: what was hidden before a subscriber came must not reach them from memory.
   */
  async page(after: number, notBefore: number): Promise<Page> {
    for (let known = this.pages.get(after); known; known = this.pages.get(after)) {
      const page = await known;
      if (page.readAt >= notBefore) return page;
      this.forget(after, known);
    }
    return this.remember(after, this.read(after));
  }

  private remember(after: number, made: Promise<Page>): Promise<Page> {
    this.pages.set(after, made);
    // A page that reached the head unchanged or failed must be asked again, not remembered.
    made.then(
      (page) => page.upTo === after && this.forget(after, made),
      () => this.forget(after, made),
    );
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > pagesKept && oldest !== undefined) this.pages.delete(oldest);
    return made;
  }

  private forget(after: number, page: Promise<Page>): void {
    if (this.pages.get(after) === page) this.pages.delete(after);
  }

  /** An empty page up to the ledger's `head`, when no change up to there concerns the group. */
  async idle(after: number, head: number): Promise<Page | undefined> {
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
    // Who is told of a change finds it in whatever they ask this process next.
    this.recent.tail.reached(session.position);
    try {
      const positions = await this.look(session, after);
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
  private async look(session: ReadSession, after: number): Promise<number[]> {
    const lines = this.recent.held(after, session.position);
    const mine = lines?.filter((line) => this.spec.following.concerns?.(line) ?? true);
    if (mine?.length === 0) return [];
    const { change } = this;
    const position = change.column("position");
    const rows = await session.rows<{ position: number }>(sql`
      select ${position}::float8 as position from ${change.source}
      where ${position} > ${after} and ${this.followed} and ${this.visible(mine)}
      order by ${position} limit ${pageSize}`);
    return rows.map(({ position }) => position);
  }

  /** Who may see what depends on its noun: of a few known lines only theirs need be planned. */
  private visible(lines: readonly Line[] | undefined): Sql {
    const { visible, visibleAmong } = this.changes;
    const { scope } = this.spec;
    if (!lines || !visibleAmong) return visible(scope, this.change);
    return visibleAmong(scope, this.change, new Set(lines.map(({ entity }) => entity)));
  }

  /** Frames are made together, as many again as there are: their reads are shared. */
  private async frames(session: ReadSession, positions: readonly number[]): Promise<Frame[]> {
    const ids = new Set(positions.map(String));
    const context = this.spec.contextAt(session, { noun: this.changes, ids });
    const frames: Frame[] = [];
    let length = 0;
    while (frames.length < positions.length && length <= pageLength) {
      const next = positions.slice(frames.length, Math.max(1, 2 * frames.length));
      const made = await Promise.all(next.map((position) => this.frame(position, context)));
      // Errors that the document itself provokes are part of the payload; a broken read is thrown.
      const [error] = made.flatMap(({ payload }) => errorsOf(payload));
      if (error && !(await answers(session))) throw error;
      for (const { payload } of made) length += lengthOf(payload);
      frames.push(...made);
    }
    return frames;
  }

  private async frame(position: number, contextValue: unknown): Promise<Frame> {
    const rootValue = this.spec.following.event(position);
    const result = await execute({ ...this.spec.args, rootValue, contextValue });
    const { errors, data = null } = result;
    const payload = errors ? { ...result, data } : Buffer.from(JSON.stringify(result));
    return { position, payload };
  }
}

const errorsOf = (payload: Payload) => (Buffer.isBuffer(payload) ? [] : (payload.errors ?? []));

const lengthOf = (payload: Payload): number =>
  Buffer.isBuffer(payload) ? payload.length : JSON.stringify(payload.data).length;

/** Whether a snapshot can still be read: an error of the database ends it, one of a resolver does not. */
function answers(session: ReadSession): Promise<boolean> {
  return session.rows(sql`select 1`).then(
    () => true,
    () => false,
  );
}
