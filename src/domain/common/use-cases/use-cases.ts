import type { EntityManager } from "@mikro-orm/postgresql";
import { type Permission, scopeOf, type Viewer } from "../../../access/index.js";
import {
  type Act,
  contentHash,
  type Ledger,
  OptimisticLockError,
  UniqueConstraintViolationException,
} from "../../../ledger/index.js";
import { badField, conflict, HubError, unauthenticated } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { type Class, nounOf, rowOf, sql, storedColumns } from "../../../reading/index.js";
import type { VersionedNoun } from "../nouns/noun.js";
import { Work } from "./work.js";

/** What a use case answers: the noun's id and the position of its last change. */
export interface Done {
  id: string;
  position: number;
}

/** What a creating use case answers. */
export interface Created extends Done {
  /** Whether the same request had made it before, and nothing was done now. */
  repeated: boolean;
}

/** How a changing use case is named, found and allowed. */
export interface ChangingCase<T extends VersionedNoun, Subject> {
  operation: string;
  target: Class<T>;
  permission: Permission<Subject>;
  /** What the policy needs to know of the noun. */
  facts(noun: T, em: EntityManager): Promise<Subject> | Subject;
  /** References that the rules and the ledger need loaded. */
  populate?: readonly string[];
  /** What must be locked before the noun is looked at, as the conversation that it is part of. */
  lock?(work: Work, id: string): Promise<void>;
  /** That the use case compares versions itself, where it changes something: a repetition has none. */
  comparesItself?: boolean;
}

/** What every creating input may carry. */
export interface CreatingInput {
  id?: string | null | undefined;
}

/** What every changing input carries. */
export interface ChangingInput {
  id: string;
  expectedVersion: number;
}

interface Clash {
  path: string;
  en: string;
  id: string;
}

const clashes = new Map<string, Clash>();

/** Says what breaking a unique constraint means to the requester. */
export function explainClash(constraint: string, path: string, en: string, id: string): void {
  clashes.set(constraint, { path, en, id });
}

const constraintOf = (error: unknown): string =>
  error instanceof UniqueConstraintViolationException
    ? String((error as { constraint?: unknown }).constraint)
    : "";

/**
 * Others may commit between our look and our write: a twin of the same request, or somebody who took
 * the same key or added the same person. Then look again, once; what is wrong still is so then. A rule
 * may refuse us for what our twin has done: so also where what we would create `cameMeanwhile`.
 */
async function lookingAgain<T>(
  run: () => Promise<T>,
  cameMeanwhile: () => Promise<boolean>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const lost =
      error instanceof UniqueConstraintViolationException || error instanceof OptimisticLockError;
    if (lost || (error instanceof HubError && (await cameMeanwhile()))) return run();
    throw error;
  }
}

const actorOf = ({ kind, userId, keyId, operator }: Viewer): string => {
  if (kind === "key") return `key:${keyId}`;
  if (userId) return `user:${userId}`;
  return operator ? "operator" : "hub";
};

/**
 * The frame of every use case: access, then rule, then write, and the ledger's lines, in one
 * transaction; and the rule that nothing happens twice and no update is lost (rule 5).
 */
export abstract class UseCases {
  constructor(protected readonly ledger: Ledger) {}

  /**
   * Creates a noun once. The same id with the same content by the same requester answers the first
   * result; with other content, CONFLICT.
   */
  protected async creating(
    viewer: Viewer,
    operation: string,
    target: Class,
    input: CreatingInput,
    create: (work: Work, id: string) => Promise<unknown>,
  ): Promise<Created> {
    if (viewer.kind === "visitor") throw unauthenticated();
    const id = input.id?.toLowerCase() ?? newId();
    const hash = contentHash({ ...input, id });
    const act: Act = {
      actor: actorOf(viewer),
      organisation: undefined,
      operation,
      request: hash,
    };
    const run = () =>
      this.ledger.transact(act, async (em, running) => {
        const before = input.id ? await this.repeated(em, running, target, id) : undefined;
        if (before === undefined) await create(new Work(em, viewer, running, this.ledger), id);
        return before;
      });
    const cameMeanwhile = async () =>
      Boolean(input.id && (await this.ledger.read((em) => this.ledger.creationOf(em, id))));
    const { result, position } = await this.explaining(viewer, () =>
      lookingAgain(run, cameMeanwhile),
    );
    return { id, position: result ?? position, repeated: result !== undefined };
  }

  /**
   * Changes a noun that the requester saw at `expectedVersion`. NOT_FOUND when it is hidden, FORBIDDEN
   * when the policy says no, CONFLICT with the current state when somebody was faster.
   */
  protected async changing<T extends VersionedNoun, Subject>(
    viewer: Viewer,
    {
      operation,
      target,
      permission,
      facts,
      populate,
      lock,
      comparesItself,
    }: ChangingCase<T, Subject>,
    input: ChangingInput,
    change: (noun: T, work: Work) => Promise<unknown> | unknown,
  ): Promise<Done> {
    if (viewer.kind === "visitor") throw unauthenticated();
    const id = input.id.toLowerCase();
    const act: Act = { actor: actorOf(viewer), organisation: undefined, operation };
    const run = () =>
      this.ledger.transact(act, async (em, running) => {
        const work = new Work(em, viewer, running, this.ledger);
        await lock?.(work, id);
        const noun = await work.find(target, id, "input.id", populate);
        work.authorise(permission, await facts(noun, em));
        if (!comparesItself) checkVersion(noun, input.expectedVersion);
        await change(noun, work);
      });
    const { position } = await this.explaining(viewer, run);
    return { id, position };
  }

  private async repeated(em: EntityManager, act: Act, target: Class, id: string) {
    const first = await this.ledger.creationOf(em, id);
    if (!first) return undefined;
    const same =
      first.entity === nounOf(target).name &&
      first.operation === act.operation &&
      first.actor === act.actor &&
      first.request === act.request;
    if (same) return first.lastPosition;
    throw conflict(
      {
        en: "This id was used before, for something else or with other content.",
        id: "Id ini sudah dipakai, untuk hal lain atau dengan isi yang berbeda.",
      },
      {},
      "input.id",
    );
  }

  /** Says what a stale version or a broken unique constraint means to the requester. */
  private async explaining<T>(viewer: Viewer, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const clash = clashes.get(constraintOf(error));
      if (clash) throw badField(clash.path, clash.en, clash.id);
      if (error instanceof OptimisticLockError) throw await this.staleness(viewer, error);
      throw error;
    }
  }

  private async staleness(viewer: Viewer, error: OptimisticLockError): Promise<Error> {
    const stale = error.getEntity() as VersionedNoun | undefined;
    if (!stale) return error;
    const current = await this.currentState(viewer, stale.constructor as Class, stale.id);
    const text = {
      en: `Somebody changed it meanwhile: it is at version ${current.version}.`,
      id: `Sudah diubah pihak lain: kini versi ${current.version}.`,
    };
    return conflict(text, { currentVersion: current.version, current }, "input.expectedVersion");
  }

  /** The noun's columns as the API shows them to the requester, references as ids. */
  private async currentState(viewer: Viewer, target: Class, id: string) {
    const row = rowOf(target);
    const columns = sql.join(storedColumns(nounOf(target), row, scopeOf(viewer)));
    const statement = sql<Record<string, unknown>>`
      select ${columns} from ${row.source} where ${row.column("id")} = ${id}`;
    const { rows } = await this.ledger.read((em) => statement.execute(em.getKysely()));
    return rows[0] ?? {};
  }
}

/** Throws what a stale write throws, so that both end in the same CONFLICT. */
export function checkVersion(noun: VersionedNoun, expected: number): void {
  if (noun.version === expected) return;
  throw OptimisticLockError.lockFailedVersionMismatch(noun, expected, noun.version);
}
