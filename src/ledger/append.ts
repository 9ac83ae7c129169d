import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

/** Appends canonical lines to the ledger; gives the position of the last one. Its head stays locked until the commit. */
export async function appendBodies(em: EntityManager, bodies: unknown): Promise<number> {
  const statement = sql<{ position: string }>`select ledger_append(${bodies}::text[]) as position`;
  const { rows } = await statement.execute(em.getKysely());
  return Number(rows[0]?.position);
}

/** Called with the position of the last line once it is appended, before anybody can read it. */
export type Appended = (position: number) => void;

/** Appends canonical lines and commits, in one message; gives the position of the last line. */
export const appendAndCommit = (
  em: EntityManager,
  bodies: readonly string[],
  appended?: Appended,
): Promise<number> => withCommit(em, bodies, (given) => told(appendBodies(em, given), appended));

/** The position that an append gives, of which `appended` is told. */
export async function told(appending: Promise<number>, appended?: Appended): Promise<number> {
  const position = await appending;
  appended?.(position);
  return position;
}

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
