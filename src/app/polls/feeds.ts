import { LRUCache } from "lru-cache";
import { type Due, PageMemory, type Payload, type Sink } from "../../live/index.js";
import { unavailable } from "../../platform/errors.js";
import type { Metrics } from "../metrics.js";
import type { AskedPoll, FollowedDocument } from "./asked-poll.js";
import { Feed, type FeedOptions, type PositionedStream } from "./feed.js";
import { type FeedPayload, feedPayloads, firstOf, PollPage } from "./poll-page.js";

/** Opens the stream of a document as a visitor's, after a position; now where it is absent. */
export type OpenStream = (after?: number) => Promise<PositionedStream>;

/** How the payloads of a document become JSON. */
export type JsonOf = (followed: FollowedDocument) => (payload: Payload) => Buffer | string;

/** Bytes of the pages from the ledger that are held for those who ask the same within their lifetime. */
const mostPageBytes = 16_777_216;

/** How often a position is looked for that falls out of what a feed holds meanwhile. */
const mostTries = 3;

const busy = () =>
  unavailable({
    en: "The hub has too much to give at once; try again.",
    id: "Hub terlalu sibuk saat ini; coba lagi.",
  });

/** Takes the first page of a stream, or that there is none, and ends the stream. */
class FirstPage implements Sink {
  private readonly found = Promise.withResolvers<PollPage>();

  constructor(
    private readonly search: string,
    private readonly stream: PositionedStream,
    private readonly jsonOf: (payload: Payload) => Buffer | string,
  ) {}

  get takesOne(): boolean {
    return true;
  }

  async read(): Promise<PollPage> {
    const { stream, found } = this;
    stream.run(this).then(() => found.reject(busy()), found.reject);
    return found.promise;
  }

  take(given: Due): undefined {
    const due = firstOf(feedPayloads(given, this.jsonOf));
    this.settle(due, due.at(-1)?.position ?? this.stream.position);
    return undefined;
  }

  caughtUp(): void {
    this.settle([], this.stream.position);
  }

  private settle(payloads: readonly FeedPayload[], position: number): void {
    const end = { position, readAt: performance.now() };
    this.found.resolve(new PollPage(this.search, payloads, end));
    this.stream.end();
  }
}

/**
 * The feeds of all followed documents. What a feed does not hold is read from the ledger, once for all who
 * ask for the same position meanwhile.
 */
export class Feeds {
  private readonly feeds = new Map<string, Promise<Feed>>();
  private readonly read: LRUCache<string, PollPage>;
  private readonly reading = new Map<string, Promise<PollPage>>();
  private readonly options: FeedOptions;
  private isClosing = false;

  constructor(
    { waitMs, heldMs }: Pick<FeedOptions, "waitMs" | "heldMs">,
    private readonly jsonOf: JsonOf,
    private readonly followed: Metrics["followedDocuments"],
  ) {
    this.options = { waitMs, heldMs, memory: new PageMemory() };
    this.read = new LRUCache({
      max: 10_000,
      maxSize: mostPageBytes,
      sizeCalculation: ({ content }) => content.body.length,
      ttl: heldMs,
    });
  }

  /** The answer to a poll. `open` is called where a stream must be opened for it. */
  async page(
    { followed, after, isLive, cursor }: AskedPoll,
    open: OpenStream,
    gone: Promise<void>,
  ): Promise<PollPage> {
    const feed = await this.feedOf(followed, open);
    let from = after;
    // An answer with nothing at once must know of the last write; one that waits comes to it.
    let isRead = isLive && !this.isClosing;
    for (let tries = 0; !feed.knows(from); tries += 1) {
      if (tries === mostTries) throw busy();
      const page = await this.readAfter(followed, from, open);
      if (!page.isEmpty) return page;
      isRead = true;
      // Beyond the feed, which is about to come there: the position was checked by the reading.
      if (from === page.position) break;
      from = page.position;
    }
    const held = feed.pageAfter(from);
    if (held) return held;
    if (isLive && !this.isClosing) return feed.wait(from, cursor, gone);
    const read = isRead ? undefined : await this.readAfter(followed, from, open);
    return read && !read.isEmpty ? read : feed.nothingAfter(from);
  }

  /** Answers those who wait, and ends all feeds. */
  close(): void {
    this.isClosing = true;
    for (const feed of this.feeds.values())
      void feed.then(
        (one) => one.end(),
        () => undefined,
      );
  }

  private feedOf(followed: FollowedDocument, open: OpenStream): Promise<Feed> {
    const { search } = followed;
    const known = this.feeds.get(search);
    if (known) return known;
    const made = this.newFeed(followed, open);
    this.feeds.set(search, made);
    made.catch(() => this.feeds.delete(search));
    return made;
  }

  private async newFeed(followed: FollowedDocument, open: OpenStream): Promise<Feed> {
    const { search } = followed;
    const stream = await open();
    const forget = () => {
      this.feeds.delete(search);
      this.followed.dec();
    };
    this.followed.inc();
    const feed = new Feed(search, stream, this.jsonOf(followed), this.options, forget);
    // Its clients learn of a failure by their requests.
    feed.run().catch(() => undefined);
    await feed.ready;
    return feed;
  }

  private readAfter(followed: FollowedDocument, after: number, open: OpenStream) {
    const key = `${followed.search} ${after}`;
    const known = this.read.get(key) ?? this.reading.get(key);
    if (known) return Promise.resolve(known);
    const reading = this.readPage(followed, after, open).finally(() => this.reading.delete(key));
    this.reading.set(key, reading);
    reading.then(
      // What comes next may be there a moment later.
      (page) => page.isEmpty || this.read.set(key, page),
      () => undefined,
    );
    return reading;
  }

  private async readPage(followed: FollowedDocument, after: number, open: OpenStream) {
    const stream = await open(after);
    return new FirstPage(followed.search, stream, this.jsonOf(followed)).read();
  }
}
