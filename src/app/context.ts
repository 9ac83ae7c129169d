import { scopeOf, type Viewer } from "../access/index.js";
import type { WritingContext } from "../domain/common/index.js";
import type { Tail } from "../ledger/index.js";
import type { LiveContext } from "../live/index.js";
import type { Language } from "../platform/errors.js";
import { unavailable } from "../platform/errors.js";
import {
  type Basis,
  type Database,
  type PlannedAnswer,
  Reader,
  type ReadingContext,
  ReadSession,
  type SeenRows,
} from "../reading/index.js";
import type { Authenticate } from "./authentication.js";
import type { HubContext, Requester } from "./transport/hub-context.js";

/** How long a read waits for a position that its requester has seen elsewhere, in milliseconds. */
const patienceMs = 5_000;

/** What every context of a hub shares. */
export interface ContextServices {
  database: Database;
  tail: Tail;
  authenticate: Authenticate;
  /** Milliseconds within which the statements of one operation begin. */
  readingMs: number;
}

/**
 * What the resolvers of one operation share: who asks, and one snapshot to read from, opened when
 * first needed. After a write the snapshot is renewed, so that what follows sees it.
 */
export class RequestContext implements HubContext, ReadingContext, WritingContext, LiveContext {
  readonly requestId: string;
  readonly language: Language;
  private opened: Promise<Reader> | undefined;
  private hasEnded = false;
  private least: number;
  /** Where the answer was read, when it was read without a snapshot of this context's. */
  private readAt: number | undefined;
  /** What the answer rests on, where it may be given again to whoever asks the same with the same scope. */
  basis: Basis | undefined;

  constructor(
    private readonly services: ContextServices,
    private readonly requester: Requester,
    readonly viewer: Viewer,
  ) {
    this.requestId = requester.requestId;
    this.language = requester.language;
    this.least = requester.atLeast ?? 0;
  }

  get expiresAt(): Date | undefined {
    return this.viewer.expiresAt;
  }

  reauthenticated(): Promise<Viewer> {
    return this.services.authenticate(this.requester.credential);
  }

  over(session: ReadSession, viewer: Viewer, seen: SeenRows): RequestContext {
    const context = new RequestContext(this.services, this.requester, viewer);
    context.opened = Promise.resolve(new Reader({ session, scope: scopeOf(viewer), seen }));
    return context;
  }

  /**
   * The snapshot's reader. An answer may be out while fields of it are still being read, as when a
   * null has taken their place: what they ask after the end would hold a connection that nobody gives
   * back.
   */
  reader(): Promise<Reader> {
    if (this.hasEnded) return Promise.reject(new Error("The operation has ended"));
    this.opened ??= this.open();
    return this.opened;
  }

  async position(): Promise<number> {
    if (this.readAt !== undefined) return this.readAt;
    const { reading } = await this.reader();
    return reading.session.position;
  }

  readonly readFrom = async (position: number): Promise<void> => {
    await this.release();
    this.least = position;
  };

  /** What `read` gives, once at or after the position that the requester has seen. */
  async readOnce(read: () => Promise<PlannedAnswer>): Promise<PlannedAnswer> {
    const answer = await this.atLeast(read, async () => {});
    this.readAt = answer.position;
    return answer;
  }

  /** Ends the operation. */
  close(): Promise<void> {
    this.hasEnded = true;
    return this.release();
  }

  /** Gives up the snapshot; what is read after it opens another. */
  async release(): Promise<void> {
    const opened = this.opened;
    this.opened = undefined;
    const reader = await opened?.catch(() => undefined);
    await reader?.reading.session.close();
  }

  private async open(): Promise<Reader> {
    const session = await this.openSession();
    return new Reader({ session, scope: scopeOf(this.viewer) });
  }

  private openSession(): Promise<ReadSession> {
    const { database, readingMs } = this.services;
    const open = () => ReadSession.open(database, readingMs);
    return this.atLeast(open, (session) => session.close());
  }

  /** What is read at or after the position that the requester has seen (read your writes). */
  private async atLeast<T extends { position: number }>(
    read: () => Promise<T>,
    drop: (early: T) => Promise<void>,
  ): Promise<T> {
    const first = await read();
    this.services.tail.reached(first.position);
    if (first.position >= this.least) return first;
    await drop(first);
    await this.services.tail.beyond(this.least - 1, AbortSignal.timeout(patienceMs));
    const later = await read();
    this.services.tail.reached(later.position);
    if (later.position >= this.least) return later;
    await drop(later);
    throw unavailable({
      en: `The hub has not reached position ${this.least} yet; try again.`,
      id: `Hub belum mencapai posisi ${this.least}; coba lagi.`,
    });
  }
}
