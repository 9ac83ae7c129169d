import type { Permission } from "../../../access/index.js";
import { type Act, OptimisticLockError } from "../../../ledger/index.js";
import type { Class } from "../../../reading/index.js";
import { RemovalInput } from "../inputs/removal-input.js";
import type { VersionedNoun } from "../nouns/noun.js";
import { actorOf } from "./actor.js";
import { type Clash, explainingClashes } from "./clashes.js";
import type { Call, Declaration, Done, Published } from "./use-case.js";
import { Work } from "./work.js";

/** The fields that the input of every changing use case has. */
interface Change {
  id: string;
  /** Absent where the input has none: then nothing is compared. */
  expectedVersion?: number;
}

/** The steps before a change: find the noun, lock it, check the policy. */
interface Found<Noun extends VersionedNoun, Input extends Change, Subject> {
  of: Class<Noun>;
  /** The policy. */
  may: Permission<Subject>;
  /** The facts of the noun that the policy needs. */
  facts(noun: NoInfer<Noun>, work: Work, input: Input): Promise<Subject> | Subject;
  /** The references that the rules and the ledger need loaded. */
  populate?: readonly string[];
  /** Takes the locks that are needed before the noun is read, for example on its deliberation. */
  lock?(work: Work, id: string): Promise<void>;
}

/** A use case that changes a noun. */
export interface ChangingCase<Noun extends VersionedNoun, Input extends Change, Subject, Result>
  extends Found<Noun, Input, Subject>,
    Published {
  of: Class<Noun>;
  input: Class<Input>;
  /**
   * True when `run` compares versions itself, only where it changes something: a repeated call
   * changes nothing.
   */
  comparesVersion?: boolean;
  /** The unique constraints that the use case may break. */
  clashes?: readonly Clash[];
  /** Checks the rules and changes the noun. */
  run(noun: Noun, input: Input, work: Work): Promise<Result> | Result;
  also?: { of: Class; id(noun: Noun): string | undefined };
}

/** The answer of a use case that changes a noun. */
export interface Changed<Result = unknown> extends Done<Result> {
  result: Result;
}

/** A use case that removes a noun. */
export interface RemovingCase<Noun extends VersionedNoun, Subject>
  extends Found<Noun, RemovalInput, Subject> {
  description: string;
  /** Checks the rules of a removal. */
  check?(noun: Noun, work: Work): Promise<void> | void;
}

/**
 * Declares a use case that changes a noun which the requester saw at `expectedVersion`. Errors:
 * NOT_FOUND for a hidden noun, FORBIDDEN when the policy refuses, CONFLICT with the current state
 * when the version is stale.
 */
export function changing<Noun extends VersionedNoun, Input extends Change, Subject, Result>(
  useCase: ChangingCase<Noun, Input, Subject, Result>,
): Declaration<Input, Changed<Result>> {
  return { published: useCase, perform: (call, input) => change(call, useCase, input) };
}

/** Declares a use case that removes a noun, with the same errors as `changing`. */
export function removing<Noun extends VersionedNoun, Subject>({
  check,
  ...found
}: RemovingCase<Noun, Subject>): Declaration<RemovalInput, Changed<void>> {
  const run = async (noun: Noun, _: RemovalInput, work: Work) => {
    await check?.(noun, work);
    await work.remove(noun);
  };
  return changing({ ...found, input: RemovalInput, removes: true, run });
}

async function change<Noun extends VersionedNoun, Input extends Change, Subject, Result>(
  call: Call,
  useCase: ChangingCase<Noun, Input, Subject, Result>,
  input: Input,
): Promise<Changed<Result>> {
  const { operation, ledger, viewer } = call;
  const actor = actorOf(viewer);
  const id = input.id.toLowerCase();
  const act: Act = { actor, organisation: undefined, operation };
  const run = () =>
    ledger.transact(act, async (em, running) => {
      const work = await Work.begin(call, em, running);
      await useCase.lock?.(work, id);
      const noun = await work.find(useCase.of, id, "input.id", useCase.populate);
      work.authorise(useCase.may, await useCase.facts(noun, work, input));
      const { expectedVersion } = input;
      if (expectedVersion !== undefined && !useCase.comparesVersion) {
        checkVersion(noun, expectedVersion);
      }
      const result = await useCase.run(noun, input, work);
      return { result, also: useCase.also?.id(noun) };
    });
  const { result: changed, position } = await explainingClashes(call, useCase, run);
  const { result, also } = changed;
  return { id, position, result, ...(also ? { also } : {}) };
}

/** Throws the ORM's error for a stale write, so that both end in the same CONFLICT. */
export function checkVersion(noun: VersionedNoun, expected: number): void {
  if (noun.version === expected) return;
  throw OptimisticLockError.lockFailedVersionMismatch(noun, expected, noun.version);
}
