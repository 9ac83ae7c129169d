import { OptimisticLockError, UniqueConstraintViolationException } from "@mikro-orm/core";
import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { headOf } from "./head.js";
import { type ChangeLine, canonicalBody } from "./line.js";
import { type Act, Recording, recordOn } from "./recorder.js";

/** What a use case gave, and the position of its last change. */
export interface Recorded<T> {
  result: T;
  position: number;
}

/** The first change of a subject: enough to know a repeated creation again. */
export interface Creation {
  entity: string;
  operation: string;
  actor: string;
  request: string | null;
  /** Where the last change of the same request is. */
  lastPosition: number;
}

// Postgres: serialization_failure, deadlock_detected. Both leave nothing behind and pass when tried again.
const passing = new Set(["40001", "40P01"]);
const attempts = 4;

const isPassing = (error: unknown): boolean =>
  passing.has(String((error as { code?: unknown } | null)?.code));

/**
 * The one way to write: a transaction whose changes are appended to the ledger as its last
 * statement, so that what is acknowledged is in the ledger and what is not is nowhere.
 */
export class Ledger {
  private readonly wakers = new Set<(position: number) => void>();

  constructor(private readonly orm: MikroORM) {}

  /** Calls `wake` after every commit of this process, before its use case ends, with the ledger's position. */
  onCommit(wake: (position: number) => void): void {
    this.wakers.add(wake);
  }

  /**
   * Runs one use case in one transaction. A deadlock is tried again from the start; every other
   * error rolls back and is thrown. OptimisticLockError and UniqueConstraintViolationException pass
   * through for the use case to explain.
   */
  async transact<T>(
    act: Act,
    work: (em: EntityManager, act: Act) => Promise<T>,
  ): Promise<Recorded<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt({ ...act }, work);
      } catch (error) {
        if (attempt === attempts || !isPassing(error)) throw error;
      }
    }
  }

  /** Reads with a fresh entity manager, outside any transaction. */
  read<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return work(this.orm.em.fork() as EntityManager);
  }

  /** Appends lines for a bulk path that wrote SQL of its own, inside its transaction. */
  async append(em: EntityManager, lines: readonly ChangeLine[]): Promise<number> {
    const bodies = lines.map(canonicalBody);
    const statement = sql<{
      position: string;
    }>`select ledger_append(${bodies}::text[]) as position`;
    const { rows } = await statement.execute(em.getKysely());
    return Number(rows[0]?.position);
  }

  /** The ledger's position now. */
  async position(em: EntityManager = this.orm.em.fork()): Promise<number> {
    const { position } = await headOf(em.getKysely());
    return position;
  }

  /** How the subject came to be; undefined when the ledger has never heard of it. */
  async creationOf(em: EntityManager, id: string): Promise<Creation | undefined> {
    // The changes of one transaction stand together: they end before the first of another request.
    const first = sql<Creation>`
      select entity, operation, actor, request, coalesce(
        (select min(position) - 1 from change
          where position > first.position and request is distinct from first.request),
        (select max(position) from change))::float8 as "lastPosition"
      from change first where entity_id = ${id} order by position limit 1`;
    const { rows } = await first.execute(em.getKysely());
    return rows[0];
  }

  private async attempt<T>(act: Act, work: (em: EntityManager, act: Act) => Promise<T>) {
    const em = this.orm.em.fork() as EntityManager;
    const recording = new Recording(act);
    recordOn(em, recording);
    await em.begin();
    try {
      const result = await work(em, act);
      await em.flush();
      const { lines } = recording;
      const position = lines.length > 0 ? await this.append(em, lines) : await this.position(em);
      await em.commit();
      if (lines.length > 0) for (const wake of this.wakers) wake(position);
      return { result, position };
    } catch (error) {
      // Where the connection is gone there is nothing to roll back; why it failed is what counts.
      if (em.isInTransaction()) await em.rollback().catch(() => undefined);
      throw error;
    }
  }
}

export { OptimisticLockError, UniqueConstraintViolationException };
