import { setTimeout as delay } from "node:timers/promises";
import type { QueryExecutorProvider } from "kysely";
import type { Logger } from "../../platform/logger.js";
import type { NatsLink, NatsLinkOptions } from "../../platform/nats/index.js";
import type { CommitTraces } from "../commit-traces.js";
import { headOf } from "../head.js";
import { type ChangeOutline, type LinkedOutline, outlinesAfter } from "../outlines.js";
import type { HeadFeed, Tail } from "../tail.js";
import { FeedHealth, type FeedProblem } from "./feed-health.js";
import { decodeMessage, encodeMessage } from "./feed-message.js";
import { FeedTraces } from "./feed-traces.js";
import { type ChainPage, endOf, OutlineChain, type Taken } from "./outline-chain.js";
import { Publisher } from "./publisher.js";
import { type LeaseConnection, ReaderLease } from "./reader-lease.js";

/** Interval at which the state of the feed is checked, in milliseconds. */
const beatMs = 250;
/** The number of beats between two heartbeats of the reader, and between two looks at the lease. */
const [heartbeats, looks] = [2, 4];
/** The silence of the reader after which the others read for themselves, in milliseconds. */
const silentMs = 2_000;
/** The time in which the feed must bring what Postgres has, in milliseconds. */
const lateMs = 2_000;
/** How long a page that is about to come is waited for, before the ledger is read, in milliseconds. */
const pageMs = 250;
/** The number of changes that a new reader reads again for others that may lack them. */
const mostBehind = 1_000;
/** How long a node does not read for others that could not hear itself, in milliseconds. */
const unheardMs = 10_000;

/** How a node gets its changes. */
export interface FeedState {
  /** `reading`: from Postgres, for all nodes; `fed`: by NATS; `postgres`: from Postgres, for itself. */
  state: "reading" | "fed" | "postgres";
  /** Why not by NATS. */
  reason?: FeedProblem;
}

/** What is counted: messages by what they were, and turns to Postgres by their reason. */
export interface FeedCounts {
  message(result: Taken | "refused"): void;
  fallback(reason: FeedProblem): void;
}

/** What a feed works with. */
export interface FeedServices {
  /** The id of this process. */
  node: string;
  database: QueryExecutorProvider;
  /** For the lease. */
  connection: LeaseConnection;
  /** Must have been started. */
  tail: Tail;
  logger: Logger;
  counts: FeedCounts;
  /** Makes the connection to NATS. */
  link(options: Pick<NatsLinkOptions, "takers">): NatsLink;
  /** The traces of commits, which nodes that trace send each other. */
  traces: CommitTraces;
}

/** A stretch of the ledger in memory: the hash of the change before it, and its changes. */
export interface Stretch {
  before: string;
  changes: readonly LinkedOutline[];
}

/**
 * Feeds the nodes of one database by NATS: the reader publishes the outline of each change that it has
 * read, and the others take head and outlines from it. A message only spares a node a statement: it is
 * taken if it continues what is known; what is missing is read from the ledger, and rows always are. While
 * NATS or the reader fails, each node reads Postgres as it does without NATS.
 */
export class LedgerFeed implements HeadFeed {
  private chain = new OutlineChain({ position: 0, hash: "" });
  private readonly lease: ReaderLease;
  private readonly health: FeedHealth;
  private readonly publisher: Publisher;
  private readonly traces: FeedTraces;
  private link: NatsLink | undefined;
  private heardAt = Number.NEGATIVE_INFINITY;
  /** The head that Postgres is known to have, which the feed has still to bring, and since when. */
  private expected: { position: number; since: number } | undefined;
  private polled = 0;
  private mutedUntil = Number.NEGATIVE_INFINITY;
  private beats = 0;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly services: FeedServices) {
    const { connection, node, logger, database, tail, traces } = services;
    this.lease = new ReaderLease(connection, node);
    this.health = new FeedHealth(logger, () => this.link?.lastFailure);
    const publish = (page: ChainPage) => this.publish(page);
    const end = () => this.chain.end;
    const key = () => this.lease.term?.key;
    const subject = () => this.subject("traces.1");
    const send = (bytes: Uint8Array) => this.link?.publish(subject(), bytes);
    this.traces = new FeedTraces({ traces, key, subject, send });
    this.publisher = new Publisher({ database, tail, logger, end, publish });
  }

  /** Begins, and does not wait for NATS. */
  async start(): Promise<void> {
    await this.restart();
    await this.lease.look(false);
    const take = (bytes: Uint8Array) => this.take(bytes);
    const takers = { [this.subject("changes.2")]: take, ...this.traces.start() };
    this.link = this.services.link({ takers });
    this.link.open();
    this.timer = setInterval(() => this.beat(), beatMs);
  }

  /** Stops; another node may be the reader at once. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.traces.stop();
    await this.publisher.stop();
    await this.looking;
    await this.lease.release().catch(() => undefined);
    await this.link?.stop();
  }

  /** The subject of one kind of messages, with their version: nodes of another one do not hear them. */
  private subject(kind: string): string {
    return `rembuk.${this.lease.ledger}.${kind}`;
  }

  get state(): FeedState {
    const { reason } = this.health;
    if (reason) return { state: "postgres", reason };
    return { state: this.lease.isMine ? "reading" : "fed" };
  }

  /** True while each change comes by NATS: the head then needs no read of Postgres. */
  get isFeeding(): boolean {
    return this.health.isWorking && !this.lease.isMine;
  }

  /** Takes note of the head that a poll of Postgres has found; `known`: the feed's end before it. */
  check(head: number, known: number): void {
    this.polled = Math.max(this.polled, head);
    if (head < known) this.judge("fork");
  }

  /** The first `limit` outlines after a position, of changes that the ledger has up to `upTo` at least. */
  async outlines(position: number, upTo: number, limit: number): Promise<ChangeOutline[]> {
    await this.reached(upTo);
    const held = this.health.isWorking ? this.chain.after(position, limit) : undefined;
    return held?.length ? held : outlinesAfter(this.services.database, position, limit);
  }

  /** The changes after a position up to another; undefined where they are not held. */
  async stretch(position: number, upTo: number): Promise<Stretch | undefined> {
    await this.reached(upTo);
    const [before, changes] = [
      this.chain.hashAt(position),
      this.chain.after(position, upTo - position),
    ];
    const isWhole = changes?.length === upTo - position;
    return this.health.isWorking && before && changes && isWhole ? { before, changes } : undefined;
  }

  /** Waits a moment for a change that is on its way. */
  private async reached(position: number): Promise<void> {
    if (!this.isAwaiting(position)) return;
    const over = new AbortController();
    const late = delay(pageMs, true, { signal: over.signal }).catch(() => true);
    let isLate = false;
    while (this.isAwaiting(position) && !isLate) {
      const news = new Promise<boolean>((resolve) => this.waiting.add(() => resolve(false)));
      isLate = await Promise.race([news, late]);
    }
    over.abort();
  }

  private isAwaiting(position: number): boolean {
    return this.health.isWorking && this.chain.end.position < position;
  }

  private wakeWaiting(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private take(bytes: Uint8Array): void {
    const { term } = this.lease;
    const message = term && decodeMessage(bytes, term.key);
    if (!message || message.term !== term.number) this.services.counts.message("refused");
    // What this node has published itself.
    else if (this.lease.isMine) this.heardAt = performance.now();
    else this.takePage(message.page);
  }

  private takePage(page: ChainPage): void {
    const taken = this.hold(page);
    this.services.counts.message(taken);
    if (taken === "fork") this.judge("fork");
    // An old message, sent again, is no sign of life.
    if (endOf(page).position >= this.chain.end.position) this.heardAt = performance.now();
    if (this.isFeeding) this.services.tail.reached(this.chain.end.position);
  }

  /** Holds what is new in a page. After a gap or a fork only the page is held, and the ledger has the rest. */
  private hold(page: ChainPage): Taken {
    const taken = this.chain.take(page);
    if (taken === "gap" || taken === "fork") {
      this.chain = new OutlineChain(page.from);
      this.chain.take(page);
    }
    this.wakeWaiting();
    return taken;
  }

  private publish(page: ChainPage): void {
    this.hold(page);
    this.send(page);
  }

  private send(page: ChainPage): void {
    const { term } = this.lease;
    if (!term || !this.lease.isMine) return;
    const bytes = encodeMessage({ term: term.number, page }, term.key);
    this.link?.publish(this.subject("changes.2"), bytes);
  }

  private beat(): void {
    this.beats += 1;
    this.link?.check();
    if (this.beats % looks === 0)
      this.looking ??= this.look().finally(() => {
        this.looking = undefined;
      });
    this.judge(this.problem());
    if (this.beats % heartbeats === 0) this.send({ from: this.chain.end, changes: [] });
  }

  /** True where this node may read for the others. */
  private get mayRead(): boolean {
    const isMuted = performance.now() < this.mutedUntil;
    return !this.isStopped && !isMuted && this.link?.state === "answering";
  }

  private async look(): Promise<void> {
    const wasMine = this.lease.isMine;
    try {
      if (!this.mayRead) await this.lease.release();
      await this.lease.look(this.mayRead);
      if (!wasMine && this.lease.isMine) await this.becomeReader();
    } catch (error) {
      this.services.logger.debug({ err: error }, "the lease of the reader cannot be looked at");
    }
    this.publisher.set(this.lease.isMine && !this.isStopped);
    this.services.tail.feedChanged();
  }

  private async becomeReader(): Promise<void> {
    // It has not yet been heard.
    this.heardAt = performance.now();
    if (this.services.tail.position - this.chain.end.position > mostBehind) await this.restart();
  }

  /** Begins anew at the ledger's head. */
  private async restart(): Promise<void> {
    const { position, hash } = await headOf(this.services.database);
    this.chain = new OutlineChain({ position, hash });
  }

  private problem(): FeedProblem | undefined {
    const { lease } = this;
    const link = this.link?.state ?? "disconnected";
    if (link !== "answering") return link;
    const isSilent = performance.now() - this.heardAt > silentMs;
    if (isSilent && lease.isMine) this.mutedUntil = performance.now() + unheardMs;
    if (isSilent) return performance.now() < this.mutedUntil ? "unheard" : "unfed";
    return !lease.isMine && this.isLate() ? "late" : undefined;
  }

  /** True where the feed lacks for too long what Postgres has. */
  private isLate(): boolean {
    const { position } = this.chain.end;
    if (this.expected && this.expected.position <= position) this.expected = undefined;
    const head = Math.max(this.polled, this.services.tail.position);
    if (head > position) this.expected ??= { position: head, since: performance.now() };
    return this.expected !== undefined && performance.now() - this.expected.since > lateMs;
  }

  private judge(problem: FeedProblem | undefined): void {
    if (!this.health.note(problem)) return;
    if (problem) this.services.counts.fallback(problem);
    this.wakeWaiting();
    this.services.tail.feedChanged();
    if (this.isFeeding) this.services.tail.reached(this.chain.end.position);
  }
}
