import type { ExecutionArgs, GraphQLError } from "graphql";
import { scopeOf, type Viewer } from "../access/index.js";
import type { WritingContext, WrittenPayload } from "../domain/common/index.js";
import type { Executed, ExecuteOptions, ExecutingContext } from "../domain/views/index.js";
import type { Ledger, Tail } from "../ledger/index.js";
import type { LiveContext, OverOptions } from "../live/index.js";
import type { CostMeter } from "../platform/cost-meter.js";
import { HubError, type Language } from "../platform/errors.js";
import {
  type Basis,
  type Database,
  type PlannedAnswer,
  Reader,
  type ReadingContext,
  type ReadSession,
  Unplannable,
} from "../reading/index.js";
import type { Authenticate } from "./authentication.js";
import { clientOf, type ReadBounds } from "./limits/index.js";
import type { Moment } from "./moment.js";
import type { Client, HubContext, Requester, ValidQuery } from "./port.js";

function notReached(position: number): HubError {
  const text = {
    en: `The hub has not reached position ${position} yet; try again.`,
    id: `Hub belum mencapai posisi ${position}; coba lagi.`,
  };
  return new HubError("UNAVAILABLE", text, {}, [{ path: "Rembuk-Position", message: text }]);
}

/** The services that all contexts of a hub share. */
export interface ContextServices {
  database: Database;
  ledger: Ledger;
  tail: Tail;
  authenticate: Authenticate;
  bounds: ReadBounds;
  /** The longest wait for a position that a requester has seen elsewhere, in milliseconds. */
  positionTimeoutMs: number;
  inner: InnerQueries;
}

/** The answer to a query that is followed, as JSON text, with its tags; none where any change may change it. */
export interface FollowedText {
  data: string;
  tags: readonly string[] | undefined;
}

/** The errors for which a query has no answer. */
export interface InvalidQuery {
  errors: readonly GraphQLError[];
}

/** Executes documents within a request. */
export interface InnerQueries {
  execute(
    context: RequestContext,
    document: string,
    variables: Record<string, unknown>,
    options: ExecuteOptions,
  ): Promise<Executed>;
  /** The same at the moment of the answer that it belongs to, without a snapshot. */
  executeAt(
    context: RequestContext,
    document: string,
    variables: Record<string, unknown>,
    moment: Moment,
  ): Promise<Executed>;
  /** The answer to a query that a stream follows, in the snapshot of its context; `given` are its variables as sent. */
  readFollowed(
    context: RequestContext,
    query: ValidQuery,
    given: ExecutionArgs["variableValues"],
  ): Promise<FollowedText | InvalidQuery>;
  /** True where its answer is for one viewer alone. Throws Unplannable where no statement answers it. */
  isPersonalWhenFollowed(context: RequestContext, query: ValidQuery): boolean;
}

/**
 * The context of one operation: its viewer, and one snapshot to read from, opened at the first read.
 * After a write the snapshot is renewed, so that later reads see the write.
 */
export class RequestContext
  implements HubContext, ReadingContext, WritingContext, LiveContext, ExecutingContext
{
  readonly requestId: string;
  readonly language: Language;
  readonly client: Client;
  private opened: Promise<Reader> | undefined;
  private isClosed = false;
  private hasWritten = false;
  private minPosition: number;
  /** The position of the answer, where it was read without this context's snapshot. */
  private readAt: number | undefined;
  /** What was counted for an answer that was not sent. */
  private prepaid = 0;
  /** What the operation's only mutation gave, once it was performed. */
  written: WrittenPayload | undefined;
  operationName: string | undefined;
  /** Gives the answer's dependencies, where the response cache may send it again to the same scope. */
  basis: (() => Basis | undefined) | undefined;

  constructor(
    private readonly services: ContextServices,
    private readonly requester: Requester,
    readonly viewer: Viewer,
    readonly meter: CostMeter = { cost: 0, count: async () => {} },
  ) {
    this.requestId = requester.requestId;
    this.language = requester.language;
    this.client = clientOf(requester.address, viewer);
    this.minPosition = requester.atLeast ?? 0;
  }

  get ledger(): Ledger {
    return this.services.ledger;
  }

  /** The position that the requester has seen: all its reads are at or after it. */
  get seen(): number {
    return this.minPosition;
  }

  get expiresAt(): Date | undefined {
    return this.viewer.expiresAt;
  }

  reauthenticated(): Promise<Viewer> {
    return this.services.authenticate(this.requester.credentials);
  }

  over(session: ReadSession, viewer: Viewer, { seen, meter }: OverOptions = {}): RequestContext {
    const context = new RequestContext(this.services, this.requester, viewer, meter);
    const scope = scopeOf(viewer, this.language);
    context.opened = Promise.resolve(new Reader({ session, scope, seen }));
    return context;
  }

  async reached(): Promise<void> {
    const { tail, positionTimeoutMs } = this.services;
    const position = this.minPosition;
    if (tail.position >= position) return;
    // The position may be one of another node, whose notification has not come yet.
    tail.wake();
    await tail.beyond(position - 1, AbortSignal.timeout(positionTimeoutMs));
    if (tail.position < position) throw notReached(position);
  }

  /**
   * The snapshot's reader. It refuses after the end of the operation: an answer may be sent while some
   * of its fields are still being resolved, as when a null has replaced their parent, and a snapshot
   * opened then would never be released.
   */
  reader(): Promise<Reader> {
    if (this.isClosed) return Promise.reject(new Error("The operation has ended"));
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
    this.hasWritten = true;
    this.minPosition = position;
  };

  execute(
    document: string,
    variables: Record<string, unknown>,
    options: ExecuteOptions = {},
  ): Promise<Executed> {
    return this.services.inner.execute(this, document, variables, options);
  }

  readFollowed(
    query: ValidQuery,
    given: ExecutionArgs["variableValues"],
  ): Promise<FollowedText | InvalidQuery> {
    return this.services.inner.readFollowed(this, query, given);
  }

  isPersonalWhenFollowed(query: ValidQuery): boolean {
    return this.services.inner.isPersonalWhenFollowed(this, query);
  }

  /** Executes queries within the answer of a moment; those of another position fail. */
  within(moment: Moment): ExecutingContext {
    const { inner } = this.services;
    return {
      language: this.language,
      execute: (document, variables, { asOf } = {}) => {
        if (asOf !== undefined) throw new Unplannable("asOf", true);
        return inner.executeAt(this, document, variables, moment);
      },
    };
  }

  /** Forgets an answer that is not sent, and what it has cost: its costs are counted once. */
  undo({ cost }: Pick<CostMeter, "cost">): void {
    this.basis = undefined;
    this.readAt = undefined;
    this.prepaid += this.meter.cost - cost;
    this.meter.cost = cost;
  }

  /** Counts a further cost for the client, beside what it has paid for nothing. */
  async pay(cost: number): Promise<void> {
    const due = Math.max(0, cost - this.prepaid);
    this.prepaid -= cost - due;
    await this.meter.count(due);
    this.meter.cost += cost;
  }

  /**
   * The answer of `read` at or after the position that the requester has seen. It shows what stands there,
   * or what stood at the position `asOf`.
   */
  async readOnce<A extends PlannedAnswer>(read: () => Promise<A>, asOf?: number): Promise<A> {
    const answer = await this.atLeast(read, async () => {});
    this.readAt = asOf ?? answer.position;
    return answer;
  }

  /** Ends the operation. */
  close(): Promise<void> {
    this.isClosed = true;
    return this.release();
  }

  /** Releases the snapshot; a later read opens another. */
  async release(): Promise<void> {
    const opened = this.opened;
    this.opened = undefined;
    const reader = await opened?.catch(() => undefined);
    await reader?.reading.session.close();
  }

  private async open(): Promise<Reader> {
    const session = await this.openSession();
    return new Reader({ session, scope: scopeOf(this.viewer, this.language) });
  }

  private openSession(): Promise<ReadSession> {
    const { database, bounds } = this.services;
    const open = () => bounds.openSession(database, this.client, this.hasWritten);
    return this.atLeast(open, (session) => session.close());
  }

  /**
   * A read at or after the position that the requester has seen (read your writes). The wait for it is
   * over: the database behind an earlier answer has another history than the one that was seen.
   */
  private async atLeast<T extends { position: number }>(
    read: () => Promise<T>,
    discard: (early: T) => Promise<void>,
  ): Promise<T> {
    const answer = await read();
    this.services.tail.reached(answer.position);
    if (answer.position >= this.minPosition) return answer;
    await discard(answer);
    throw notReached(this.minPosition);
  }
}
