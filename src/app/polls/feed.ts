import { textHash } from "../../ledger/index.js";
import type { Due, LiveStream, PageMemory, Payload, Sink } from "../../live/index.js";
import { unavailable } from "../../platform/errors.js";
import { type FeedPayload, feedPayloads, firstOf, PollPage } from "./poll-page.js";

/** A stream of changes, which knows how far it is. */
export type PositionedStream = LiveStream & Required<Pick<LiveStream, "position">>;

/** What the feeds of a hub have in common. */
export interface FeedOptions {
  /** The length of a window, in milliseconds. */
  waitMs: number;
  /** The time for which a payload is given again after its reading, in milliseconds. */
  heldMs: number;
  /** Holds the payloads of all feeds within their memory. */
  memory: PageMemory;
}

interface Waiter {
  after: number;
  cursor: number | undefined;
  resolve(page: PollPage): void;
}

/** The refusal of those who wait for a stream that has failed. */
const failed = () =>
  unavailable({
    en: "The document cannot be followed now; try again.",
    id: "Dokumen tidak dapat diikuti saat ini; coba lagi.",
  });

const sizeOf = ({ json }: FeedPayload): number => json.length;

/**
 * One subscription as all visitors follow it by requests: one stream, whose last payloads are held for
 * those who come late. Time is cut into windows, the same on every node: all who wait are answered at the
 * end of a window with the same address to go on at, so that a cache in front has one request to make.
 */
export class Feed implements Sink {
  /** Resolves once the stream has given what is there; rejects where it ends before. */
  readonly ready: Promise<void>;
  /** Every payload after this position, up to that of the stream, is held. */
  private from: number;
  /** The position from which those go on who have nothing, until the end of the window. */
  private floor: number;
  private payloads: FeedPayload[] = [];
  private readonly waiting = new Set<Waiter>();
  /** The pages that were made since the last payload. */
  private readonly pages = new Map<string, PollPage>();
  private readonly begun = Promise.withResolvers<void>();
  private readonly offset: number;
  private timer: NodeJS.Timeout | undefined;
  private usedAt = performance.now();
  private hasEnded = false;

  constructor(
    private readonly search: string,
    private readonly stream: PositionedStream,
    private readonly jsonOf: (payload: Payload) => Buffer | string,
    private readonly options: FeedOptions,
    private readonly onEnd: () => void,
  ) {
    this.from = stream.position;
    this.floor = stream.position;
    // So that the clients of all feeds do not come at one moment.
    this.offset = Number.parseInt(textHash(search).slice(0, 8), 16) % options.waitMs;
    this.ready = this.begun.promise;
    this.ready.catch(() => undefined);
  }

  /** Runs the stream until it ends, or nobody has followed it for two windows. */
  async run(): Promise<void> {
    this.schedule();
    try {
      await this.stream.run(this);
    } finally {
      this.end();
    }
  }

  caughtUp(): void {
    this.begun.resolve();
  }

  take(due: Due): undefined {
    for (const payload of feedPayloads(due, this.jsonOf)) this.hold(payload);
    this.pages.clear();
    this.begun.resolve();
    for (const waiter of this.waiting) {
      const page = this.pageAfter(waiter.after);
      if (page) this.answer(waiter, page);
    }
    return undefined;
  }

  /** False for a position of which the feed does not know everything that follows. */
  knows(after: number): boolean {
    this.usedAt = performance.now();
    this.expire();
    return after >= this.from && after <= this.stream.position;
  }

  /** What is held after a position; undefined where there is nothing. */
  pageAfter(after: number): PollPage | undefined {
    const first = this.payloads.findIndex(({ position }) => position > after);
    if (first < 0) return undefined;
    const due = firstOf(this.payloads.slice(first));
    const { position = after } = due.at(-1) ?? {};
    return this.page(`${due[0]?.position}`, due, position, undefined);
  }

  /** The answer that there is nothing after a position, and where to wait. */
  nothingAfter(after: number): PollPage {
    return this.nothing(after, this.canonical === this.floor ? this.window : undefined);
  }

  /** The first payloads after a position; at the end of the window the answer that there are none. */
  async wait(after: number, cursor: number | undefined, gone: Promise<void>): Promise<PollPage> {
    if (this.hasEnded) throw failed();
    const { promise, resolve } = Promise.withResolvers<PollPage>();
    const waiter = { after, cursor, resolve };
    this.waiting.add(waiter);
    void gone.then(() => this.waiting.delete(waiter) && resolve(this.nothingAfter(after)));
    return promise;
  }

  /** Ends the stream. Those who wait are answered that there is nothing. */
  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.timer);
    this.begun.reject(failed());
    this.closeWindow();
    for (const payload of this.payloads) this.options.memory.remove(payload);
    this.stream.end();
    this.onEnd();
  }

  private get window(): number {
    return Math.floor((Date.now() + this.offset) / this.options.waitMs);
  }

  /** A position from which nothing is given up to that of the stream, the same for all. */
  private get canonical(): number {
    return Math.max(this.floor, this.from, this.payloads.at(-1)?.position ?? 0);
  }

  private hold(payload: FeedPayload): void {
    this.payloads.push(payload);
    this.options.memory.add(payload, sizeOf(payload), () => this.dropTo(payload.position));
  }

  /** Drops what was read too long ago: it may have been withdrawn. */
  private expire(): void {
    const oldest = performance.now() - this.options.heldMs;
    const last = this.payloads.findLast(({ readAt }) => readAt < oldest);
    if (last) this.dropTo(last.position);
  }

  private dropTo(position: number): void {
    for (const payload of this.payloads) {
      if (payload.position <= position) this.options.memory.remove(payload);
    }
    this.payloads = this.payloads.filter((payload) => payload.position > position);
    this.from = Math.max(this.from, position);
    this.pages.clear();
  }

  private page(
    key: string,
    payloads: readonly FeedPayload[],
    position: number,
    cursor: number | undefined,
  ): PollPage {
    const known = this.pages.get(key);
    if (known) return known;
    const end = { position, cursor, readAt: performance.now() };
    const made = new PollPage(this.search, payloads, end);
    this.pages.set(key, made);
    return made;
  }

  private nothing(after: number, cursor: number | undefined): PollPage {
    // A client that is ahead of the stream would be given again what it has.
    const position = after > this.stream.position ? after : this.canonical;
    return this.page(`nothing ${position} ${cursor}`, [], position, cursor);
  }

  private answer(waiter: Waiter, page: PollPage): void {
    this.waiting.delete(waiter);
    waiter.resolve(page);
  }

  private schedule(): void {
    const { waitMs } = this.options;
    const rest = waitMs - ((Date.now() + this.offset) % waitMs);
    this.timer = setTimeout(() => this.turn(), rest).unref();
  }

  /** Begins the next window. */
  private turn(): void {
    if (this.waiting.size === 0 && performance.now() - this.usedAt > 2 * this.options.waitMs) {
      this.end();
      return;
    }
    this.expire();
    this.pages.clear();
    this.floor = Math.max(this.floor, this.stream.position);
    this.closeWindow();
    this.schedule();
  }

  /** Answers those who wait. The cursor grows, whatever clock the node of the last one had. */
  private closeWindow(): void {
    const next = this.window;
    for (const waiter of this.waiting) {
      const cursor = Math.max(next, (waiter.cursor ?? 0) + 1);
      this.answer(waiter, this.nothing(waiter.after, cursor));
    }
  }
}
