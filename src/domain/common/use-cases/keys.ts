import type { EntityManager } from "@mikro-orm/postgresql";
import { badField } from "../../../platform/errors.js";
import { keyLength, slugOf } from "../../../platform/slug.js";
import { type Class, nounOf, sql } from "../../../reading/index.js";

/**
 * The key of a new noun: the requested one, which must be free, or one derived from its name. A
 * derived key gets the end of the id if it exists already. The unique constraint decides a race for
 * the same key.
 */
export async function keyFor(
  em: EntityManager,
  target: Class,
  given: string | null | undefined,
  name: string,
  id: string,
): Promise<string> {
  const key = given ?? slugOf(name);
  const existing = sql`select 1 from ${sql.table(nounOf(target).table)} where key = ${key}`;
  const { rows } = await existing.execute(em.getKysely());
  if (rows.length === 0) return key;
  if (given) throw keyTaken();
  const ending = id.slice(-8);
  return `${key.slice(0, keyLength - ending.length - 1)}-${ending}`;
}

/** The error for a key that another noun of its kind has. */
export const keyTaken = () => badField("input.key", "is taken", "sudah dipakai");
