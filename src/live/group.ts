import type { AccessScope } from "../access/index.js";
import type { ChangeOutline } from "../ledger/index.js";
import { TimeSlice } from "../platform/time-slice.js";
import { type Class, sql } from "../reading/index.js";
import type { Following } from "./change-source.js";
import type { Cohort } from "./cohort.js";
import { HeldPages, type PageMemory } from "./held-pages.js";
import type { LiveClient } from "./live-tally.js";
import type { LiveTurn } from "./live-turn.js";
import { type GroupSpec, PageReader, type Section, sectionSize } from "./page-reader.js";
import { lengthOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { CohortWanted } from "./section-read.js";
import type { Due } from "./sink.js";

/** A section of the ledger, and what a subscriber must know to use it. */
export interface Page extends Section {
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
  /** The number of conditions that the group had known before the read, all of which it covers. */
  conditions: number;
  /** What is due under each condition: the same object for all subscribers who have it. */
  due: WeakMap<Condition, Due>;
}

const none: Due = { payloads: [], positions: [] };

/** The payloads of a page that a condition wants, always as the same object. */
export function dueOf({ frames, due }: Page, condition: Condition): Due {
  if (frames.length === 0) return none;
  const known = due.get(condition);
  if (known) return known;
  const wanted = frames.filter(({ change }) => condition.concerns(change));
  const made = {
    payloads: wanted.map(({ payload }) => payload),
    positions: wanted.map(({ change }) => change.position),
  };
  due.set(condition, made);
  return made;
}

/** The condition of some subscribers of a group. */
export interface Condition extends CohortWanted {
  /** True if outlines decide about it. */
  isDecided: boolean;
  /** The group's number of conditions when this one came. */
  number: number;
  members: number;
}

/** A subscriber, as its group knows it. */
export interface Member {
  readonly condition: Condition;
  /** The ledger's head when the subscriber came. An older page may hold a change that was hidden then. */
  readonly since: number;
  /** The position up to which it has everything. */
  readonly position: number;
  readonly client: LiveClient;
  /** Resolves when its client has its turn to read. */
  takeTurn(): Promise<LiveTurn>;
  /** Takes the page after its position. */
  receive(page: Page): void;
  /** Called where its page cannot be read. */
  fail(error: unknown): void;
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
  /** The members that await the same page, by its key. */
  private readonly batches = new Map<string, Set<Member>>();
  /** The number of conditions that the group has ever had. */
  private known = 0;
  private readonly recent: RecentChanges;
  private readonly scope: AccessScope;

  constructor(
    { changes, recent, memory }: GroupServices,
    spec: GroupSpec,
    private readonly cohort: Cohort,
  ) {
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
    if (this.isEmpty) this.pages.close();
  }

  private add(key: string, following: Following): Condition {
    const compiled = following.condition(this.scope, this.reader.change);
    this.known += 1;
    const condition = {
      key,
      isDecided: following.isDecided,
      condition: compiled,
      of: following.condition,
      concerns: (change: ChangeOutline) => following.match(change) !== false,
      number: this.known,
      members: 0,
    };
    this.conditions.set(key, condition);
    return condition;
  }

  /**
   * Gives a member the page after its position. Members who ask for the same page get it one after
   * another without a promise between them, and the event loop has its turns.
   */
  request(member: Member): void {
    const head = this.recent.tail.position;
    if (!this.recent.hasReached(head)) {
      this.recent.reach(head).then(
        () => this.request(member),
        (error: unknown) => member.fail(error),
      );
      return;
    }
    if (!this.mayConcern(member, head)) {
      member.receive(this.emptyPage(head));
      return;
    }
    const key = this.keyOf(member);
    const batch = this.batches.get(key);
    if (batch) batch.add(member);
    else {
      const started = new Set([member]);
      this.batches.set(key, started);
      void this.serve(key, started);
    }
  }

  /** Serves a batch, to which members may come meanwhile. */
  private async serve(key: string, batch: Set<Member>): Promise<void> {
    const slice = new TimeSlice();
    let page: Page | undefined;
    for (const member of batch) {
      batch.delete(member);
      try {
        if (!page || !covers(page, member)) page = await this.page(member, key);
        member.receive(page);
      } catch (error) {
        member.fail(error);
      }
      if (slice.isOver) await slice.pause();
    }
    this.batches.delete(key);
  }

  /** The page after a member's position. */
  private async page(member: Member, key: string): Promise<Page> {
    for (let known = this.pages.get(key); known; known = this.pages.get(key)) {
      const page = await known;
      if (covers(page, member)) return page;
      this.pages.drop(key, known);
    }
    const { condition, position } = member;
    const page = this.read(member, this.mayShare(member) ? this.every : condition);
    this.pages.hold(key, page, ({ upTo }) => upTo !== position);
    return page;
  }

  private keyOf(member: Member): string {
    const { position, condition } = member;
    return this.mayShare(member) ? `${position}` : `${position} ${condition.key}`;
  }

  /**
   * True where one page serves all conditions: the next changes are few and known. A subscriber further
   * behind lets the database find its own.
   */
  private mayShare({ condition, position }: Member): boolean {
    if (!condition.isDecided) return false;
    const next = this.recent.held(position, this.recent.tail.position);
    return next !== undefined && next.length <= sectionSize;
  }

  /** True for a change that one of the conditions may want. */
  private readonly isWanted = (change: ChangeOutline): boolean => {
    for (const { concerns } of this.conditions.values()) if (concerns(change)) return true;
    return false;
  };

  /** What all conditions together want, where outlines decide about it. */
  private readonly every: CohortWanted = {
    ...{ key: "", condition: sql`true`, of: () => sql`true` },
    concerns: this.isWanted,
  };

  private async read(member: Member, wanted: CohortWanted): Promise<Page> {
    const conditions = this.known;
    const { reader, scope } = this;
    const { position: after, since, client } = member;
    const takeTurn = () => member.takeTurn();
    const asked = { after, since, client, takeTurn };
    const section = await this.cohort.read({ ...asked, reader, scope, wanted });
    const accessAt = await this.recent.accessChangedAt(section.readAt);
    return { ...section, conditions, accessAt, due: new WeakMap() };
  }

  /** True if a change after the member's position, up to `head`, may concern it. */
  private mayConcern({ condition, position }: Member, head: number): boolean {
    return this.recent.held(position, head)?.some(condition.concerns) ?? true;
  }

  /** A page up to the ledger's `head` in which no change concerns the subscriber. */
  private emptyPage(head: number): Page {
    const accessAt = this.recent.lastAccessChange;
    return { frames: [], upTo: head, readAt: head, accessAt, conditions: 0, due: new WeakMap() };
  }
}

/**
 * True for a page that takes a member on. One that was read before the member came may hold what was hidden
 * then; one that was read before its condition came lacks what only it wants.
 */
const covers = ({ readAt, upTo, conditions }: Page, { since, condition, position }: Member) =>
  upTo > position && readAt >= since && conditions >= condition.number;
