import { scopeOf } from "../../../access/index.js";
import { badField } from "../../../platform/errors.js";
import { keyLength, slugOf } from "../../../platform/slug.js";
import { type Class, nounOf, rowOf, sql } from "../../../reading/index.js";
import type { Work } from "./work.js";

/** The parts of a new noun that its key is made of. */
export interface KeyParts {
  /** The requested key, if there is one. */
  given: string | null | undefined;
  /** The name that a key is derived from otherwise. */
  name: string;
  id: string;
  /**
   * True where every viewer sees the noun, for good. A noun that is hidden from some, now or later, always
   * gets an ending: a key that is refused because it is taken would tell that a hidden thing has it.
   */
  isOpen: boolean;
}

/** A key with an ending, within the length of keys. */
const ended = (key: string, ending: string): string =>
  `${key.slice(0, keyLength - ending.length - 1).replace(/-$/, "")}-${ending}`;

/**
 * The key of a new noun: the requested one, or one derived from its name. It gets the end of the noun's id
 * where it must not tell what exists, and where a derived key is taken. A platform operator, who makes the
 * sample and known addresses, gets the requested key as it is. The unique constraint decides a race.
 */
export async function keyFor(work: Work, target: Class, parts: KeyParts): Promise<string> {
  const { given, name, id, isOpen } = parts;
  const wanted = given ?? slugOf(name);
  const isExact = isOpen || (Boolean(given) && work.viewer.operator);
  const keys = [ended(wanted, id.slice(-8)), ended(wanted, id.replaceAll("-", ""))];
  for (const key of isExact ? [wanted, ...keys] : keys) {
    const holder = await holderOf(work, target, key);
    if (!holder) return key;
    if (given && key === wanted && holder.visible) throw keyTaken();
  }
  throw keyTaken();
}

/** The noun that has a key: whether the requester can see it; undefined if there is none. */
async function holderOf({ em, viewer }: Work, target: Class, key: string) {
  const row = rowOf(target);
  const statement = sql<{ visible: boolean }>`
    select ${nounOf(target).visible(scopeOf(viewer), row)} as visible from ${row.source}
    where ${row.column("key")} = ${key}`;
  const { rows } = await statement.execute(em.getKysely());
  return rows[0];
}

/** The error for a key that another noun of its kind has. */
export const keyTaken = () => badField("input.key", "is taken", "sudah dipakai");
