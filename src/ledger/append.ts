import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

/** Appends canonical lines to the ledger; gives the position of the last one. Its head stays locked until the commit. */
export async function appendBodies(em: EntityManager, bodies: unknown): Promise<number> {
  const statement = sql<{ position: string }>`select ledger_append(${bodies}::text[]) as position`;
  const { rows } = await statement.execute(em.getKysely());
  return Number(rows[0]?.position);
}

/** Appends canonical lines and commits, in one message; gives the position of the last line. */
export const appendAndCommit = (em: EntityManager, bodies: readonly string[]): Promise<number> =>
  withCommit(em, bodies, (given) => appendBodies(em, given));

/**
 * Appends and commits in one message, so that the ledger's head is locked for no round trip. `append` runs the
 * transaction's last statement, which has `value` among its parameters. Where it fails, Postgres rolls back
 * at the commit.
 */
export async function withCommit<T>(
  em: EntityManager,
  value: unknown,
  append: (value: unknown) => Promise<T>,
): Promise<T> {
  const { promise: isSent, resolve: sent } = Promise.withResolvers<void>();
  // The driver asks for the value as it sends the statement: what is sent from then on comes after it.
  const given = {
    toPostgres: () => {
      sent();
      return value;
    },
  };
  const appending = append(given);
  await Promise.race([isSent, appending]);
  const [appended, committed] = await Promise.allSettled([appending, em.commit()]);
  if (appended.status === "rejected") throw appended.reason;
  if (committed.status === "rejected") throw committed.reason;
  return appended.value;
}
