import type { AccessScope } from "../access/index.js";
import type { ChangeOutline } from "../ledger/index.js";
import type { LoopShare } from "../platform/loop-share.js";
import { TimeSlice } from "../platform/time-slice.js";
import { type Class, sql } from "../reading/index.js";
import type { CatchUp } from "./catch-up.js";
import type { Following } from "./change-source.js";
import type { Cohort } from "./cohort.js";
import { FoundAhead } from "./found-ahead.js";
import { HeldPages, type PageMemory, type PageStart } from "./held-pages.js";
import { Delivery, type LiveSpans } from "./live-spans.js";
import type { LiveClient } from "./live-tally.js";
import type { LiveTurn } from "./live-turn.js";
import { type Condition, covers, type Page, type Standing } from "./page.js";
import { type GroupSpec, PageReader } from "./page-reader.js";
import { lengthOf } from "./payload.js";
import type { RecentChanges } from "./recent-changes.js";
import type { CohortWanted } from "./section-read.js";

/** The most changes that are read for all conditions of a group, where one of them wants them. */
const mostShared = 100;

/** A subscriber, as its group knows it. */
export interface Member extends Standing {
  readonly client: LiveClient;
  /** True while it has a turn to catch up: what it is given has a share of the event loop. */
  readonly isCatchingUp: boolean;
  /** Resolves when its client has its turn to read. */
  takeTurn(): Promise<LiveTurn>;
  /** Takes the page after its position; the promise resolves when its client has taken it, or is gone. */
  receive(page: Page): Promise<void> | undefined;
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
  catchUp: Pick<CatchUp, "share">;
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
  private readonly share: LoopShare;

  constructor(
    { changes, recent, memory, catchUp }: GroupServices,
    spec: GroupSpec,
    private readonly cohort: Cohort,
    private readonly spans: LiveSpans,
  ) {
    this.recent = recent;
    this.scope = spec.scope;
    this.reader = new PageReader(changes, recent, spec);
    this.pages = new HeldPages(memory, bytesOf);
    this.share = catchUp.share;
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

  /** Counts its subscribers who catch up. */
  countBehind(change: 1 | -1): void {
    this.pages.countBehind(change);
  }

  private add(key: string, following: Following): Condition {
    const compiled = following.condition(this.scope, this.reader.change);
    this.known += 1;
    const condition = {
      key,
      isDecided: following.isDecided,
      ahead: following.isDecided ? new FoundAhead() : undefined,
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
      void member.receive(this.emptyPage(member.position, head));
      return;
    }
    const start = this.startOf(member);
    const key = `${start.after} ${start.kind}`;
    const batch = this.batches.get(key);
    if (batch) batch.add(member);
    else {
      const started = new Set([member]);
      this.batches.set(key, started);
      void this.serve(start, started, key);
    }
  }

  /** Serves a batch, to which members may come meanwhile. */
  private async serve(start: PageStart, batch: Set<Member>, key: string): Promise<void> {
    const slice = new TimeSlice();
    let page: Page | undefined;
    let delivery: Delivery | undefined;
    for (const member of batch) {
      batch.delete(member);
      try {
        if (!page || !covers(page, member)) {
          page = await this.page(member, start);
          delivery?.end();
          delivery = new Delivery(this.spans, page);
        }
        if (delivery) delivery.subscribers += 1;
        this.give(member, page);
      } catch (error) {
        member.fail(error);
      }
      if (slice.isOver) await slice.pause();
    }
    this.batches.delete(key);
    delivery?.end();
  }

  private give(member: Member, page: Page): void {
    if (!member.isCatchingUp) {
      void member.receive(page);
      return;
    }
    this.share.do(() => {
      try {
        return member.receive(page);
      } catch (error) {
        member.fail(error);
        return undefined;
      }
    });
  }

  /** The page after a member's position. */
  private async page(member: Member, start: PageStart): Promise<Page> {
    const isUsable = (page: Page) => covers(page, member);
    for (;;) {
      const known = this.pages.find(start, isUsable);
      if (!known) break;
      const page = await known.catch(() => undefined);
      if (page && isUsable(page)) return page;
    }
    const page = this.read(member, start.kind === "" ? this.every : member.condition);
    this.pages.hold(start, page);
    return page;
  }

  /** Where a member's page begins. Of the kind without a name are those that serve all conditions. */
  private startOf(member: Member): PageStart {
    const { position: after, condition } = member;
    return { kind: this.mayShare(member) ? "" : condition.key, after };
  }

  /**
   * True where one page serves all conditions: the next changes are few and known. A subscriber further
   * behind lets the database find its own.
   */
  private mayShare({ condition, position }: Member): boolean {
    if (!condition.isDecided) return false;
    const next = this.recent.held(position, this.recent.tail.position);
    return next !== undefined && next.length <= mostShared;
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
    return { ...section, after, conditions, accessAt, due: new WeakMap() };
  }

  /** True if a change after the member's position, up to `head`, may concern it. */
  private mayConcern({ condition, position }: Member, head: number): boolean {
    return this.recent.held(position, head)?.some(condition.concerns) ?? true;
  }

  /** A page up to the ledger's `head` in which no change concerns the subscriber. */
  private emptyPage(after: number, head: number): Page {
    const accessAt = this.recent.lastAccessChange;
    const nothing = { frames: [], due: new WeakMap(), conditions: 0 };
    return { ...nothing, after, upTo: head, readAt: head, accessAt };
  }
}
