import type { Viewer } from "../access/index.js";
import type { Tail } from "../ledger/index.js";
import { type AccessChecks, accessChanged } from "./access-checks.js";
import type { Behind, CatchUp, CatchUpTurn } from "./catch-up.js";
import type { Group, Member } from "./group.js";
import type { LiveContext } from "./live-context.js";
import type { LiveClient } from "./live-tally.js";
import type { LiveTurn } from "./live-turn.js";
import { type Condition, dueOf, type Page } from "./page.js";
import { dueAlone, type LiveStream, type Sink } from "./sink.js";
import type { Concerns, Waiter, Watch } from "./watch.js";

/** The parts of the live engine that every subscriber of changes uses. */
export interface SubscriberServices {
  tail: Tail;
  watch: Watch;
  access: AccessChecks;
  catchUp: CatchUp;
}

/** A subscriber's start, and its place in a group. */
export interface SubscriberStart {
  context: LiveContext;
  /** The viewer at the start, authenticated again after `since` was read. */
  viewer: Viewer;
  /** The position after which it starts. */
  after: number;
  /** The ledger's head at the start. */
  since: number;
  group: Group;
  condition: Condition;
  takeTurn(): Promise<LiveTurn>;
  /** Called once, when the stream has ended for whatever reason. */
  leave(): void;
}

/**
 * The number of changes behind the head above which a subscriber waits for its turn to catch up: when it has just
 * come, and when it has been at the head. With a turn it goes on to the first.
 */
const [resumingBehind, overtakenBehind] = [100, 1000];

/**
 * One subscriber of changes. It waits, asks its group for the next page and gives that to its sink, in
 * turns that cost no promise: a promise is awaited only where the sink is full, or where its access
 * must be checked again. It asks for nothing while its sink is full.
 */
export class Subscriber implements LiveStream, Member, Waiter, Behind {
  position: number;
  readonly since: number;
  readonly condition: Condition;
  readonly concerns: Concerns;
  /** The position up to which the access is known to be that of the start. */
  private checkedAt: number;
  private sink: Sink | undefined;
  private hasEnded = false;
  /** Its wait for a turn to catch up, or its turn. */
  private turn: CatchUpTurn | undefined;
  isCatchingUp = false;
  /** How often it has lost a turn, as its client took nothing. */
  private slow = 0;
  private hasBeenAtHead = false;
  private pages = 0;
  private isFull = false;
  private readonly finished = Promise.withResolvers<void>();

  constructor(
    private readonly services: SubscriberServices,
    private readonly start: SubscriberStart,
  ) {
    this.position = start.after;
    this.since = start.since;
    this.checkedAt = start.since;
    this.condition = start.condition;
    this.concerns = start.condition.concerns;
  }

  run(sink: Sink): Promise<void> {
    this.sink = sink;
    this.next();
    return this.finished.promise;
  }

  end(): void {
    if (this.leave()) this.finished.resolve();
  }

  fail(error: unknown): void {
    if (this.leave()) this.finished.reject(error);
  }

  wake(): void {
    this.next();
  }

  go(): void {
    this.isCatchingUp = true;
    this.next();
  }

  pause(): void {
    this.slow += 1;
    this.endTurn();
  }

  get fullAt(): number | undefined {
    return this.isFull ? this.pages : undefined;
  }

  stop(error?: unknown): void {
    if (error === undefined) this.end();
    else this.fail(error);
  }

  get client(): LiveClient {
    return this.start.context.client;
  }

  takeTurn(): Promise<LiveTurn> {
    return this.start.takeTurn();
  }

  receive(page: Page): Promise<void> | undefined {
    return page.accessAt > this.checkedAt ? this.checkAccess(page) : this.give(page);
  }

  /** Asks for the next page, or waits until there is one, or until it has its turn to catch up. */
  private next(): void {
    if (this.hasEnded) return;
    const { tail, watch } = this.services;
    const behind = tail.position - this.position;
    if (this.isCatchingUp && behind <= resumingBehind) this.endTurn();
    if (behind <= 0) {
      this.hasBeenAtHead = true;
      watch.add(this);
      this.sink?.caughtUp?.();
    } else if (this.mustWait(behind)) this.awaitTurn();
    else this.start.group.request(this);
  }

  private mustWait(behind: number): boolean {
    if (this.isCatchingUp || this.sink?.takesOne) return false;
    return behind > (this.hasBeenAtHead ? overtakenBehind : resumingBehind);
  }

  private awaitTurn(): void {
    this.start.group.countBehind(1);
    this.turn = this.services.catchUp.enter(this, this.slow);
  }

  private endTurn(): void {
    if (!this.turn) return;
    this.isCatchingUp = false;
    this.turn.end();
    this.turn = undefined;
    this.start.group.countBehind(-1);
  }

  private give(page: Page): Promise<void> | undefined {
    if (this.hasEnded) return undefined;
    const due = dueOf(page, this.condition, this.position);
    const full = due.payloads.length > 0 ? this.sink?.take(due) : undefined;
    this.position = page.upTo;
    this.pages += 1;
    if (!full) {
      this.next();
      return undefined;
    }
    this.isFull = true;
    return this.after(full, () => {
      this.isFull = false;
      this.next();
    });
  }

  /** Ends the stream where the access is no longer that of the start. */
  private async checkAccess(page: Page): Promise<void> {
    try {
      if (await this.services.access.isSame(this.start, page.accessAt)) {
        this.checkedAt = Math.max(page.readAt, page.accessAt);
        void this.give(page);
      } else if (!this.hasEnded) {
        const error = { errors: [accessChanged(this.position)] };
        const full = this.sink?.take(dueAlone(error, this.position));
        if (full) void this.after(full, () => this.end());
        else this.end();
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private after(full: Promise<void>, go: () => void): Promise<void> {
    return full.then(go, (error: unknown) => this.fail(error));
  }

  /** Leaves the group; false where it has left already. */
  private leave(): boolean {
    if (this.hasEnded) return false;
    this.hasEnded = true;
    this.endTurn();
    this.services.watch.remove(this);
    this.start.leave();
    return true;
  }
}
