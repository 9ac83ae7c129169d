import type { AccessScope } from "../access/index.js";
import type { ChangeOutline } from "../ledger/index.js";
import { type Class, type ReadSession, type Sql, sql } from "../reading/index.js";
import type { Following } from "./change-source.js";
import { HeldPages, type PageMemory } from "./held-pages.js";
import {
  type GroupSpec,
  PageReader,
  type Section,
  sectionSize,
  type Wanted,
} from "./page-reader.js";
import { lengthOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { Concerns } from "./watch.js";

/** A section of the ledger, and what a subscriber must know to use it. */
export interface Page extends Section {
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
  /** The number of conditions that the group had known before the read, all of which it covers. */
  conditions: number;
}

/** The condition of some subscribers of a group. */
export interface Condition {
  readonly key: string;
  /** True if outlines decide about it. */
  isDecided: boolean;
  sql: Sql;
  concerns: Concerns;
  /** The group's number of conditions when this one came. */
  number: number;
  members: number;
}

/** A subscriber's request for a page. */
export interface PageRequest {
  condition: Condition;
  /** The ledger's head when the subscriber came. An older page may hold a change that was hidden then. */
  notBefore: number;
  /** Opens a snapshot for the subscriber, once it has its turn. */
  open(): Promise<ReadSession>;
}

const bytesOf = ({ frames }: Page): number =>
  frames.reduce((bytes, { payload }) => bytes + lengthOf(payload), 0);

/** The parts of `LiveGroups` that each group uses. */
export interface GroupServices {
  changes: Class;
  recent: RecentChanges;
  memory: PageMemory;
}

/**
 * Subscribers with the same selection, arguments and access scope. Each change is read and executed once
 * for all of them. Their conditions on changes may differ where a change's outline decides about them:
 * the group reads the changes that one of them wants, and each subscriber picks its own.
 */
export class Group {
  private readonly pages: HeldPages<Page>;
  private readonly reader: PageReader;
  private readonly conditions = new Map<string, Condition>();
  /** The number of conditions that the group has ever had. */
  private known = 0;
  private readonly recent: RecentChanges;
  private readonly scope: AccessScope;

  constructor({ changes, recent, memory }: GroupServices, spec: GroupSpec) {
    this.recent = recent;
    this.scope = spec.scope;
    this.reader = new PageReader(changes, recent, spec);
    this.pages = new HeldPages(memory, bytesOf);
  }

  get isEmpty(): boolean {
    return this.conditions.size === 0;
  }

  /** Adds a subscriber. Throws BAD_USER_INPUT when the condition, which has this key, is not valid. */
  join(key: string, following: Following): Condition {
    const condition = this.conditions.get(key) ?? this.add(key, following);
    condition.members += 1;
    return condition;
  }

  leave(condition: Condition): void {
    condition.members -= 1;
    if (condition.members > 0) return;
    this.conditions.delete(condition.key);
    if (this.isEmpty) this.pages.clear();
  }

  private add(key: string, following: Following): Condition {
    const compiled = following.condition(this.scope, this.reader.change);
    this.known += 1;
    const condition = {
      key,
      isDecided: following.isDecided,
      sql: compiled,
      concerns: (change: ChangeOutline) => following.match(change) !== false,
      number: this.known,
      members: 0,
    };
    this.conditions.set(key, condition);
    return condition;
  }

  /** The page after a position for a subscriber. */
  async page(after: number, { condition, notBefore, open }: PageRequest): Promise<Page> {
    const isShared = this.mayShare(condition, after);
    const key = isShared ? `${after}` : `${after} ${condition.key}`;
    for (let known = this.pages.get(key); known; known = this.pages.get(key)) {
      const page = await known;
      // A page that was read before this condition came lacks what only it wants.
      if (page.readAt >= notBefore && page.conditions >= condition.number) return page;
      this.pages.drop(key, known);
    }
    const wanted = isShared
      ? { condition: sql`true`, concerns: this.isWanted }
      : { condition: condition.sql, concerns: condition.concerns };
    const page = this.read(after, wanted, open);
    this.pages.hold(key, page, ({ upTo }) => upTo !== after);
    return page;
  }

  /**
   * True where one page serves all conditions: the next changes are few and known. A subscriber further
   * behind lets the database find its own.
   */
  private mayShare({ isDecided }: Condition, after: number): boolean {
    if (!isDecided) return false;
    const next = this.recent.held(after, this.recent.tail.position);
    return next !== undefined && next.length <= sectionSize;
  }

  /** True for a change that one of the conditions may want. */
  private readonly isWanted = (change: ChangeOutline): boolean => {
    for (const { concerns } of this.conditions.values()) if (concerns(change)) return true;
    return false;
  };

  private async read(after: number, wanted: Wanted, open: PageRequest["open"]): Promise<Page> {
    const conditions = this.known;
    const section = await this.readSection(after, wanted, await open());
    const accessAt = await this.recent.accessChangedAt(section.readAt);
    return { ...section, conditions, accessAt };
  }

  private async readSection(after: number, wanted: Wanted, session: ReadSession): Promise<Section> {
    // A subscriber that gets a change must find it in its next request to this process.
    this.recent.tail.reached(session.position);
    try {
      return await this.reader.read(session, after, wanted);
    } finally {
      await session.close();
    }
  }

  /** An empty page up to the ledger's `head`, if no change up to there concerns a subscriber. */
  async emptyPage(after: number, head: number, { concerns }: Condition): Promise<Page | undefined> {
    if (await this.recent.mayConcern(concerns, after, head)) return undefined;
    const accessAt = await this.recent.accessChangedAt(head);
    return { frames: [], upTo: head, readAt: head, accessAt, conditions: 0 };
  }
}
