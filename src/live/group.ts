import { type ExecutionArgs, type ExecutionResult, execute } from "graphql";
import type { AccessScope } from "../access/index.js";
import { type Class, type Database, nounOf, ReadSession, sql } from "../reading/index.js";
import type { Following } from "./change-source.js";

/** One change as a subscriber gets it. */
interface Frame {
  position: number;
  result: ExecutionResult;
}

/** A stretch of the ledger as one group sees it. */
export interface Page {
  frames: Frame[];
  /** Everything up to here has been looked at. */
  upTo: number;
  /** Whether the stretch holds a change of somebody's access. */
  touchesAccess: boolean;
}

/** What a group needs of its first subscriber; the others ask the same. */
export interface GroupSpec {
  following: Following;
  scope: AccessScope;
  args: ExecutionArgs;
  /** A context that reads from this snapshot with the group's view of the world. */
  contextAt(session: ReadSession): unknown;
}

/** How many changes one page holds at most: what a subscriber makes the hub do ahead of its reading. */
const pageSize = 25;
/** How many pages a group remembers; laggards further back read their own. */
const pagesKept = 4;

/** The nouns whose changes can change what somebody may see. */
const accessNouns = ["Membership", "ApiKey", "User"];

/**
 * Subscribers who ask the same document with the same variables and the same view of the world: each
 * change is read and executed once for all of them, and its JSON is made once.
 */
export class Group {
  private readonly pages = new Map<number, Promise<Page>>();
  /** How many subscribers follow it now. */
  members = 0;

  constructor(
    private readonly database: Database,
    private readonly changes: Class,
    private readonly spec: GroupSpec,
  ) {}

  /** What comes after a position, up to the ledger's head or a page's worth. */
  page(after: number): Promise<Page> {
    const known = this.pages.get(after);
    if (known) return known;
    const made = this.read(after);
    this.pages.set(after, made);
    // A page that reached the head unchanged or failed must be asked again, not remembered.
    made.then(
      (page) => page.upTo === after && this.pages.delete(after),
      () => this.pages.delete(after),
    );
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > pagesKept && oldest !== undefined) this.pages.delete(oldest);
    return made;
  }

  private async read(after: number): Promise<Page> {
    const session = await ReadSession.open(this.database);
    try {
      const { positions, touchesAccess } = await this.look(session, after);
      const frames: Frame[] = [];
      const contextValue = this.spec.contextAt(session);
      for (const position of positions) {
        frames.push({ position, result: await this.execute(position, contextValue) });
      }
      const full = positions.length === pageSize;
      return {
        frames,
        upTo: full ? (positions.at(-1) ?? after) : Math.max(after, session.position),
        touchesAccess,
      };
    } finally {
      await session.close();
    }
  }

  /** The visible changes that the group follows, and whether anybody's access changed beside them. */
  private async look(session: ReadSession, after: number) {
    const { following, scope } = this.spec;
    const visible = nounOf(this.changes).visible(scope, "c");
    const rows = await session.rows<{ position: number; access: boolean }>(sql`
      select position::float8 as position, false as access from (
        select c.position from change c where c.position > ${after}
          and ${following.condition(scope, "c")} and ${visible}
        order by c.position limit ${pageSize}) as followed
      union all
      select position::float8, true from (
        select position from change where position > ${after} and entity = any(${accessNouns})
        limit 1) as access
      order by position`);
    return {
      positions: rows.filter(({ access }) => !access).map(({ position }) => position),
      touchesAccess: rows.some(({ access }) => access),
    };
  }

  private async execute(position: number, contextValue: unknown): Promise<ExecutionResult> {
    const rootValue = this.spec.following.event(position);
    return execute({ ...this.spec.args, rootValue, contextValue });
  }
}
