import { scopeOf } from "../../../access/index.js";
import { OptimisticLockError, UniqueConstraintViolationException } from "../../../ledger/index.js";
import { badField, conflict, type HubError } from "../../../platform/errors.js";
import { answerLanguage } from "../../../platform/request-scope.js";
import { type Class, nounOf, rowOf, sql, storedColumns } from "../../../reading/index.js";
import type { VersionedNoun } from "../nouns/noun.js";
import { keyTaken } from "./keys.js";
import { refused } from "./lifecycle.js";
import type { Call } from "./use-case.js";

/** A unique constraint, and the requester's error for breaking it: BAD_USER_INPUT at `path`. */
export interface Clash {
  constraint: string;
  path: string;
  en: string;
  id: string;
}

/** The noun that a use case writes, and its unique constraints. */
interface Clashing {
  of: Class;
  clashes?: readonly Clash[] | undefined;
  /** The path of the expected version of a noun, where the use case changes several. */
  versionPath?(id: string): string;
  /** True for a removal, which a reference to the noun prevents. */
  removes?: boolean;
}

/**
 * The test for a write that lost against another one, which was committed after this one had read.
 */
export const lostRace = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException || error instanceof OptimisticLockError;

/**
 * The error for a broken constraint that the use case declares, or for a key that exists already.
 */
function clashOf(error: unknown, { of, clashes = [] }: Clashing): HubError | undefined {
  if (!(error instanceof UniqueConstraintViolationException)) return undefined;
  const { constraint } = error as { constraint?: unknown };
  if (constraint === `${nounOf(of).table}_key_unique`) return keyTaken();
  const clash = clashes.find((candidate) => candidate.constraint === constraint);
  return clash && badField(clash.path, clash.en, clash.id);
}

/** The noun's columns as the API shows them to the requester, references as ids. */
async function currentState({ ledger, viewer }: Call, target: Class, id: string) {
  const row = rowOf(target);
  const columns = sql.join(storedColumns(nounOf(target), row, scopeOf(viewer, answerLanguage())));
  const statement = sql<Record<string, unknown>>`
    select ${columns} from ${row.source} where ${row.column("id")} = ${id}`;
  const { rows } = await ledger.read((em) => statement.execute(em.getKysely()));
  return rows[0] ?? {};
}

/** The error for a stale version: CONFLICT with the noun's current state. */
async function staleVersionError(
  call: Call,
  { versionPath = () => "input.expectedVersion" }: Clashing,
  error: OptimisticLockError,
): Promise<Error> {
  const stale = error.getEntity() as VersionedNoun | undefined;
  if (!stale) return error;
  const current = await currentState(call, stale.constructor as Class, stale.id);
  const text = {
    en: `Somebody else changed it. It is now at version ${current.version}: read it again, then retry.`,
    id: `Sudah diubah pihak lain, kini versi ${current.version}: baca ulang, lalu coba lagi.`,
  };
  return conflict(text, { currentVersion: current.version, current }, versionPath(stale.id));
}

// Postgres: restrict_violation, foreign_key_violation.
const referredStates = new Set(["23001", "23503"]);

const isReferred = (error: unknown): boolean =>
  referredStates.has(String((error as { code?: unknown } | null)?.code));

/** The error for the removal of a noun to which other records refer: they were built on it. */
function inUse(target: Class): HubError {
  const { name } = nounOf(target);
  const text = {
    en: `Other records refer to this ${name}: remove those first, if they are wrong too.`,
    id: `Catatan lain merujuk ${name} ini: hapus dahulu catatan itu, bila salah juga.`,
  };
  return refused({ from: "IN_USE", to: "REMOVED", reason: "IN_USE", text, path: "input.id" });
}

/**
 * True where the ledger has no partition for the lines although one was made: by a transaction that was
 * committed just before. Postgres shows its rows to others a moment before it tells their sessions of a new
 * partition. Postgres: check_violation, of a table and no constraint.
 */
function missesPartition(error: unknown): boolean {
  const { code, table, constraint } = (error ?? {}) as Record<string, unknown>;
  return code === "23514" && table === "change" && constraint === undefined;
}

/**
 * Runs a use case, and once more where a second run can do better: a row that it was to refer to was removed
 * between its read and its write, so that the second run finds it gone and says where the input names it; or
 * its session did not know the ledger's newest partition.
 */
async function runningAgain<T>({ removes }: Clashing, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isGone = !removes && isReferred(error);
    if (!isGone && !missesPartition(error)) throw error;
    return run();
  }
}

/**
 * Runs a use case. A stale version, a broken unique constraint or the removal of what others refer to becomes
 * the requester's error.
 */
export async function explainingClashes<T>(
  call: Call,
  clashing: Clashing,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await runningAgain(clashing, run);
  } catch (error) {
    const clash = clashOf(error, clashing);
    if (clash) throw clash;
    if (clashing.removes && isReferred(error)) throw inUse(clashing.of);
    if (error instanceof OptimisticLockError) throw await staleVersionError(call, clashing, error);
    throw error;
  }
}
