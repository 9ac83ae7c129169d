import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

/** Appends canonical lines to the ledger; gives the position of the last one. Its head stays locked until the commit. */
export async function appendBodies(em: EntityManager, bodies: unknown): Promise<number> {
  const statement = sql<{ position: string }>`select ledger_append(${bodies}::text[]) as position`;
  const { rows } = await statement.execute(em.getKysely());
  return Number(rows[0]?.position);
}

/**
 * Appends canonical lines and commits, in one message: the ledger's head is locked for no round trip. Gives
 * the position of the last line. Where the append fails, Postgres rolls back at the commit.
 */
export async function appendAndCommit(
  em: EntityManager,
  bodies: readonly string[],
): Promise<number> {
  const { promise: isSent, resolve: sent } = Promise.withResolvers<void>();
  // The driver asks for the value as it sends the statement: what is sent from then on comes after it.
  const given = {
    toPostgres: () => {
      sent();
      return bodies;
    },
  };
  const appending = appendBodies(em, given);
  await Promise.race([isSent, appending]);
  const [appended, committed] = await Promise.allSettled([appending, em.commit()]);
  if (appended.status === "rejected") throw appended.reason;
  if (committed.status === "rejected") throw committed.reason;
  return appended.value;
}
