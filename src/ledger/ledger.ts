import { OptimisticLockError, UniqueConstraintViolationException } from "@mikro-orm/core";
import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { flushLast } from "../platform/database/index.js";
import { currentSpanContext, inSpan, isTracing } from "../platform/tracing/tracing.js";
import { type Appended, appendAndCommit, appendBodies } from "./append.js";
import { CommitTraces } from "./commit-traces.js";
import { headOf } from "./head.js";
import { type ChangeLine, canonicalBody, type FieldDiff } from "./line.js";
import { type Act, Recording, recordOn, type Staging } from "./recorder.js";

/** The result of a use case, and the position of its last change. */
export interface Recorded<T> {
  result: T;
  position: number;
}

/** The work of a use case, in its transaction. */
type UseCaseWork<T> = (em: EntityManager, act: Act) => Promise<T>;

/**
 * Called after a commit with the ledger's position, the lines that were appended, and the seconds that the append
 * and the commit took.
 */
export type Waker = (position: number, lines: readonly ChangeLine[], seconds: number) => void;

/** The result of work in a transaction, with the lines that its commit appends. */
interface Lines<T> {
  result: T;
  lines: readonly ChangeLine[];
  /** Where they are, if they are not here. */
  staged?: Staging | undefined;
}

/** The first change of a subject, by which a repeated creation is recognised. */
export interface Creation {
  entity: string;
  operation: string;
  actor: string;
  request: string | null;
  diff: Record<string, FieldDiff>;
  /** The position of the last change of the same request. */
  lastPosition: number;
}

// Postgres: serialization_failure, deadlock_detected. Both roll back everything, and a retry may succeed.
const transientStates = new Set(["40001", "40P01"]);
const attempts = 4;

const isTransient = (error: unknown): boolean =>
  transientStates.has(String((error as { code?: unknown } | null)?.code));

/**
 * The only way to write: a transaction that appends its changes to the ledger as its last statement.
 * So a write that was acknowledged is in the ledger, and any other write is neither there nor in the
 * tables.
 */
export class Ledger {
  private readonly wakers = new Set<Waker>();
  private readonly observers = new Set<(error: unknown) => void>();

  /** The traces in which the last changes were committed. */
  readonly traces = new CommitTraces();

  constructor(protected readonly orm: MikroORM) {}

  /**
   * Calls `wake` after every commit of this process and before its use case ends.
   */
  onCommit(wake: Waker): void {
    this.wakers.add(wake);
  }

  /** Calls `note` with the error of every transaction of this process that fails. */
  onFailure(note: (error: unknown) => void): void {
    this.observers.add(note);
  }

  /**
   * Runs one use case in one transaction. A deadlock or serialization failure is retried from the
   * start; every other error rolls back and is thrown. The use case explains OptimisticLockError and
   * UniqueConstraintViolationException.
   */
  async transact<T>(act: Act, work: UseCaseWork<T>): Promise<Recorded<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt({ ...act }, work);
      } catch (error) {
        if (attempt < attempts && isTransient(error)) continue;
        for (const note of this.observers) note(error);
        throw error;
      }
    }
  }

  /**
   * Runs several use cases in one transaction: all of them commit, with one append of their lines, or none.
   * Nothing is retried. For data that must be whole or absent.
   */
  async together<T>(work: (ledger: Ledger) => Promise<T>): Promise<Recorded<T>> {
    const em = this.orm.em.fork() as EntityManager;
    const joined = new JoinedLedger(this.orm, em);
    return this.commit(em, async () => ({ result: await work(joined), lines: joined.lines }));
  }

  /** The same ledger for dry runs: each use case runs whole, and is rolled back instead of committed. */
  rehearsal(): Ledger {
    return new Rehearsal(this.orm);
  }

  /** Reads with a fresh entity manager, outside any transaction. */
  read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return work(this.orm.em.fork() as EntityManager);
  }

  /** Appends lines for a caller that wrote by SQL of its own, inside its transaction. */
  append(em: EntityManager, lines: readonly ChangeLine[]): Promise<number> {
    return appendBodies(em, lines.map(canonicalBody));
  }

  /** The ledger's position now. */
  async position(em: EntityManager = this.orm.em.fork()): Promise<number> {
    const { position } = await headOf(em.getKysely());
    return position;
  }

  /** The creation of a subject; undefined when the ledger has no change of it. */
  async creationOf(em: EntityManager, id: string): Promise<Creation | undefined> {
    // The changes of one transaction are adjacent: they end before the first one of another request.
    const first = sql<Creation>`
      select entity, operation, actor, request, diff, coalesce(request_end,
        (select min(position) - 1 from change
          where position > first.position and request is distinct from first.request),
        (select max(position) from change))::float8 as "lastPosition"
      from change_known first where entity_id = ${id} order by position limit 1`;
    const { rows } = await first.execute(em.getKysely());
    return rows[0];
  }

  private attempt<T>(act: Act, work: UseCaseWork<T>): Promise<Recorded<T>> {
    const em = this.orm.em.fork() as EntityManager;
    return this.commit(em, () => recorded(em, act, work, flushLast));
  }

  /**
   * Runs work in a transaction, appends its lines as the last statement and commits with the same message,
   * and reports the ledger's position. An error rolls back.
   */
  private async commit<T>(em: EntityManager, work: () => Promise<Lines<T>>): Promise<Recorded<T>> {
    await em.begin();
    try {
      const { result, lines, staged } = await work();
      if (lines.length === 0 && (staged?.isEmpty ?? true)) {
        const position = await this.position(em);
        await em.commit();
        return { result, position };
      }
      const began = performance.now();
      const position = await this.appended(em, { lines, staged });
      const seconds = (performance.now() - began) / 1000;
      for (const wake of this.wakers) wake(position, lines, seconds);
      return { result, position };
    } catch (error) {
      // A rollback fails when the connection is lost: the error to report is the first one.
      if (em.isInTransaction()) await em.rollback().catch(() => undefined);
      throw error;
    }
  }

  /** Appends lines and commits; whoever reads a line can know in which trace it was committed. */
  private appended(em: EntityManager, { lines, staged }: Pick<Lines<unknown>, "lines" | "staged">) {
    const append = (appended?: Appended) =>
      staged?.appendAndCommit(appended) ?? appendAndCommit(em, lines.map(canonicalBody), appended);
    if (!isTracing()) return append();
    const count = staged?.size ?? lines.length;
    const begin = { attributes: { "rembuk.ledger.lines": count } };
    return inSpan("ledger append", begin, async (span) => {
      const context = span?.spanContext() ?? currentSpanContext();
      const position = await append((at) => context && this.traces.note(at, count, context));
      span?.setAttribute("rembuk.ledger.position", position);
      return position;
    });
  }
}

/** Runs a use case in a transaction that has begun; gives its result and the lines of its changes. */
async function recorded<T>(
  em: EntityManager,
  act: Act,
  work: UseCaseWork<T>,
  flush: (em: EntityManager) => Promise<void> = (of) => of.flush(),
): Promise<Lines<T>> {
  const recording = new Recording(act);
  recordOn(em, recording);
  const result = await work(em, act);
  await flush(em);
  const { lines, staged } = recording;
  await staged?.stage();
  return { result, lines, staged };
}

/** The ledger of dry runs: what is written is rolled back, and no line is appended. */
class Rehearsal extends Ledger {
  override async transact<T>(act: Act, work: UseCaseWork<T>): Promise<Recorded<T>> {
    const em = this.orm.em.fork() as EntityManager;
    await em.begin();
    try {
      const { result } = await recorded(em, { ...act }, work);
      return { result, position: await this.position(em) };
    } finally {
      if (em.isInTransaction()) await em.rollback().catch(() => undefined);
    }
  }
}

/**
 * The ledger of use cases that run together: each has an entity manager of its own in the common
 * transaction, and its lines wait for the common append. Until then they have no position.
 */
class JoinedLedger extends Ledger {
  readonly lines: ChangeLine[] = [];

  constructor(
    orm: MikroORM,
    private readonly common: EntityManager,
  ) {
    super(orm);
  }

  override async transact<T>(act: Act, work: UseCaseWork<T>): Promise<Recorded<T>> {
    const { result, lines, staged } = await recorded(this.fork(), { ...act }, work);
    await staged?.append();
    this.lines.push(...lines);
    return { result, position: 0 };
  }

  override read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return work(this.fork());
  }

  private fork(): EntityManager {
    return this.common.fork({ keepTransactionContext: true }) as EntityManager;
  }
}

export { OptimisticLockError, UniqueConstraintViolationException };
