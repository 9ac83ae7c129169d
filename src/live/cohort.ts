import type { Span } from "@opentelemetry/api";
import pg from "pg";
import { inOwnSpan } from "../platform/tracing/tracing.js";
import type { PlanSession } from "../reading/index.js";
import type { CohortReader } from "./cohort-reader.js";
import type { LiveSpans } from "./live-spans.js";
import type { LiveTurn } from "./live-turn.js";
import type { Section } from "./page-reader.js";
import type { RecentChanges } from "./recent-changes.js";
import type { Asking } from "./section-read.js";

/** A request of a section, by the client of one of the group's subscribers. */
export interface Request extends Omit<Asking, "give"> {
  client: { key: string };
  /** Resolves when the client has its turn to read. */
  takeTurn(): Promise<LiveTurn>;
  /** The ledger's head as the subscriber knows it: an older snapshot may hold what was hidden since. */
  since: number;
}

/** A request that waits, or is being read. */
interface Waiting extends Asking, Pick<Request, "client" | "takeTurn" | "since"> {
  isGiven: boolean;
  /** What it was given. */
  section?: Section;
  fail(error: unknown): void;
}

/** The most requests that one snapshot serves. */
const mostTogether = 200;

/**
 * Groups that differ only in who asks: their documents, arguments and languages are the same, and their
 * scopes have the same shape. They are woken by the same change, and what they ask for while a snapshot
 * is opened is read in it together, by statements that serve many of them. Each client that asks waits
 * for its own turn, and whichever has it first reads for all.
 */
export class Cohort {
  private readonly waiting = new Set<Waiting>();
  /** The clients that wait for their turn. */
  private readonly inTurn = new Set<string>();
  /** The snapshot that is being opened. */
  private opening: Promise<unknown> | undefined;
  /** The groups whose payloads no shared statement can give. */
  private readonly apart = new WeakSet<Asking["reader"]>();
  private members = 0;

  /** Reads for many; null where only resolvers can make the payloads, undefined before the first read. */
  private made: CohortReader | null | undefined;

  constructor(
    private readonly recent: RecentChanges,
    /** Makes the reader for many, if there can be one. */
    private readonly make: () => CohortReader | undefined,
    /** Called where Postgres refuses a statement that was made for many: it is not tried again. */
    private readonly onRefused: (error: unknown) => void,
    private readonly told: LiveSpans,
  ) {}

  get isEmpty(): boolean {
    return this.members === 0;
  }

  join(): void {
    this.members += 1;
  }

  leave(): void {
    this.members -= 1;
  }

  private get reader(): CohortReader | null {
    if (this.made !== undefined) return this.made;
    try {
      this.made = this.make() ?? null;
    } catch (error) {
      // Resolvers can read what the compiler of plans fails on.
      this.made = null;
      this.onRefused(error);
    }
    return this.made;
  }

  /** The section of one group, in a snapshot that is not older than the request. */
  read(request: Request): Promise<Section> {
    if (this.apart.has(request.reader) || !this.reader) return this.readAlone(request);
    const since = Math.max(request.since, this.recent.tail.position);
    const { promise, resolve, reject } = Promise.withResolvers<Section>();
    const waiting: Waiting = {
      ...{ ...request, since, isGiven: false, fail: reject },
      give: (section) => {
        Object.assign(waiting, { isGiven: true, section });
        resolve(section);
      },
    };
    this.wait(waiting);
    return promise;
  }

  private wait(waiting: Waiting): void {
    this.waiting.add(waiting);
    this.awaitTurn(waiting);
  }

  /** Waits for the turn of a client, once for all that it asks. */
  private awaitTurn({ client: { key }, takeTurn }: Waiting): void {
    if (this.inTurn.has(key)) return;
    this.inTurn.add(key);
    const turn = takeTurn().finally(() => this.inTurn.delete(key));
    turn.then((given) => this.use(given)).catch((error: unknown) => this.failOf(key, error));
  }

  /** Uses a client's turn for all who wait, in a span that is linked to the commits of what it reads. */
  private use(turn: LiveTurn): Promise<void> {
    return inOwnSpan("live read", this.told.span, (span) => this.useIn(turn, span));
  }

  private async useIn(turn: LiveTurn, span: Span | undefined): Promise<void> {
    // What waits now may be taken by a viewer who opens a snapshot already.
    while (this.opening) await this.opening;
    if (this.waiting.size === 0) {
      turn.leave();
      return;
    }
    const session = await this.open(turn);
    const taken = this.take(session.position);
    await this.readTogether(session, taken);
    if (span) this.told.tell(span, taken);
  }

  /** Opens a snapshot; others who have a turn meanwhile wait for it. */
  private async open(turn: LiveTurn): Promise<PlanSession> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.opening = promise;
    try {
      return await turn.openPlanned(Math.max(...[...this.waiting].map(({ since }) => since)));
    } finally {
      this.opening = undefined;
      resolve();
    }
  }

  /** Fails what a client waits for; the others have turns of their own. */
  private failOf(key: string, error: unknown): void {
    for (const one of this.waiting) {
      if (one.client.key !== key) continue;
      this.waiting.delete(one);
      one.fail(error);
    }
  }

  /** Takes those who wait and whom a snapshot of this position serves; the others wait for another turn. */
  private take(position: number): Waiting[] {
    const taken: Waiting[] = [];
    for (const one of this.waiting) {
      if (one.since > position || taken.length === mostTogether) this.awaitTurn(one);
      else if (this.isFar(one)) {
        // It lets nobody wait for what only the database can find.
        if (taken.length === 0) return this.takeOnly(one);
        this.awaitTurn(one);
      } else {
        taken.push(one);
        this.waiting.delete(one);
      }
    }
    return taken;
  }

  private takeOnly(one: Waiting): Waiting[] {
    this.waiting.delete(one);
    for (const other of this.waiting) this.awaitTurn(other);
    return [one];
  }

  /** True for a group so far behind that its next changes are not known. */
  private isFar({ after, wanted }: Waiting): boolean {
    if (wanted.ahead?.after(after)) return false;
    return this.recent.held(after, this.recent.knownUpTo) === undefined;
  }

  /** Reads for all in a snapshot, and closes it. */
  private async readTogether(session: PlanSession, all: readonly Waiting[]): Promise<void> {
    const left = () => all.filter(({ isGiven }) => !isGiven);
    try {
      // A subscriber that gets a change must find it in its next request to this process.
      this.recent.tail.reached(session.position);
      const refused = (await this.reader?.read(session, all)) ?? all;
      await session.close();
      for (const one of refused) this.giveAlone(one);
      for (const one of left()) if (!refused.includes(one)) this.wait(one);
    } catch (error) {
      await session.close();
      // A replica may end a snapshot, and may itself have ended: the primary gives what is left.
      if (session.isOnStandby) this.readPart(left());
      else this.failed(left(), error);
    }
  }

  /**
   * Reads again where the statement was refused for one of those that it served: in halves, until the one
   * is found, which resolvers read. Nobody fails for what another's rows hold.
   */
  private failed(all: readonly Waiting[], error: unknown): void {
    const [only] = all;
    const fault = faultOf(error);
    if (!only) return;
    if (fault === "statement") {
      this.made = null;
      this.onRefused(error);
    }
    if (fault === "connection" || (fault === "time" && all.length === 1)) {
      for (const one of all) one.fail(error);
    } else if (all.length === 1 || fault === "statement") {
      for (const one of all) {
        this.apart.add(one.reader);
        this.giveAlone(one);
      }
    } else {
      const half = Math.ceil(all.length / 2);
      for (const part of [all.slice(0, half), all.slice(half)]) this.readPart(part);
    }
  }

  private readPart(all: readonly Waiting[]): void {
    const [first] = all;
    const opened = first?.takeTurn().then((turn) => turn.openPlanned());
    opened?.then(
      (session) => this.readTogether(session, all),
      (error: unknown) => {
        for (const one of all) one.fail(error);
      },
    );
  }

  private giveAlone(one: Waiting): void {
    this.readAlone(one).then(one.give, one.fail);
  }

  /** Reads for one group by resolvers. */
  private async readAlone({ takeTurn, reader, after, wanted }: Omit<Request, "since">) {
    const turn = await takeTurn();
    return inOwnSpan("live read", this.told.span, async (span) => {
      const session = await turn.open();
      this.recent.tail.reached(session.position);
      try {
        const section = await reader.read(session, after, wanted);
        if (span) this.told.tell(span, [{ section }]);
        return section;
      } finally {
        await session.close();
      }
    });
  }
}

/** Whose fault an error is: of the values that were read, of the time they took, of the statement, or of none. */
type Fault = "values" | "time" | "statement" | "connection";

/** The SQLSTATE of a null where none may be (see `read_absent`), and the class of errors of values. */
const ofValues = /^(?:RB010|22)/;
/** That of a statement that took too long. */
const ofTime = "57014";
/** The classes of lost connections, of a server that has too little or stops, and of locks. */
const ofServer = /^(?:08|25|40|53|55|57|58)/;

function faultOf(error: unknown): Fault {
  if (!(error instanceof pg.DatabaseError)) return "connection";
  const { code = "" } = error;
  if (ofValues.test(code)) return "values";
  if (code === ofTime) return "time";
  return ofServer.test(code) ? "connection" : "statement";
}
