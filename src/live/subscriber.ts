import type { Viewer } from "../access/index.js";
import type { Tail } from "../ledger/index.js";
import { type AccessChecks, accessChanged } from "./access-checks.js";
import { type Condition, dueOf, type Group, type Member, type Page } from "./group.js";
import type { LiveContext } from "./live-context.js";
import type { LiveClient } from "./live-tally.js";
import type { LiveTurn } from "./live-turn.js";
import { dueAlone, type LiveStream, type Sink } from "./sink.js";
import type { Concerns, Waiter, Watch } from "./watch.js";

/** The parts of the live engine that every subscriber of changes uses. */
export interface SubscriberServices {
  tail: Tail;
  watch: Watch;
  access: AccessChecks;
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
 * One subscriber of changes. It waits, asks its group for the next page and gives that to its sink, in
 * turns that cost no promise: a promise is awaited only where the sink is full, or where its access
 * must be checked again. It asks for nothing while its sink is full.
 */
export class Subscriber implements LiveStream, Member, Waiter {
  position: number;
  readonly since: number;
  readonly condition: Condition;
  readonly concerns: Concerns;
  /** The position up to which the access is known to be that of the start. */
  private checkedAt: number;
  private sink: Sink | undefined;
  private hasEnded = false;
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

  receive(page: Page): void {
    if (page.accessAt > this.checkedAt) void this.checkAccess(page);
    else this.give(page);
  }

  /** Asks for the next page, or waits until there is one. */
  private next(): void {
    if (this.hasEnded) return;
    const { tail, watch } = this.services;
    if (tail.position > this.position) this.start.group.request(this);
    else {
      watch.add(this);
      this.sink?.caughtUp?.();
    }
  }

  private give(page: Page): void {
    if (this.hasEnded) return;
    const due = dueOf(page, this.condition);
    const full = due.payloads.length > 0 ? this.sink?.take(due) : undefined;
    this.position = page.upTo;
    if (full) this.after(full, () => this.next());
    else this.next();
  }

  /** Ends the stream where the access is no longer that of the start. */
  private async checkAccess(page: Page): Promise<void> {
    try {
      if (await this.services.access.isSame(this.start, page.accessAt)) {
        this.checkedAt = Math.max(page.readAt, page.accessAt);
        this.give(page);
      } else if (!this.hasEnded) {
        const error = { errors: [accessChanged(this.position)] };
        const full = this.sink?.take(dueAlone(error, this.position));
        if (full) this.after(full, () => this.end());
        else this.end();
      }
    } catch (error) {
      this.fail(error);
    }
  }

  private after(full: Promise<void>, go: () => void): void {
    full.then(go, (error: unknown) => this.fail(error));
  }

  /** Leaves the group; false where it has left already. */
  private leave(): boolean {
    if (this.hasEnded) return false;
    this.hasEnded = true;
    this.services.watch.remove(this);
    this.start.leave();
    return true;
  }
}
