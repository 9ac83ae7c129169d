import type { EntityManager } from "@mikro-orm/postgresql";
import { type Act, contentHash, type Ledger } from "../../../ledger/index.js";
import { conflict, HubError } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { type Class, nounOf } from "../../../reading/index.js";
import { actorOf } from "./actor.js";
import { type Clash, explainingClashes, hasLost } from "./clashes.js";
import type { Call, Declaration, Done, Published } from "./use-case.js";
import { Work } from "./work.js";

/** A use case that creates a noun. */
export interface CreatingCase<Input extends { id?: string | null }, Result> extends Published {
  input: Class<Input>;
  also?: { of: Class; id(input: Input): string };
  texts?: Readonly<Record<keyof NoInfer<Result> & string, string>>;
  /** The unique constraints that it may break. */
  clashes?: readonly Clash[];
  /** What of the input makes two requests the same; all of it unless given. */
  request?(input: Input): object;
  /** Authorises the requester, checks the rules and makes the noun with this id. */
  run(input: Input, work: Work, id: string): Promise<Result> | Result;
}

/** The answer of a use case that creates a noun. */
export interface Created<Result = unknown> extends Done<Result> {
  /** Whether the same request had made it before, and nothing was done now. */
  repeated: boolean;
}

/** The outcome of one attempt: the position of the first result, or what `run` returned. */
type Attempt<Result> = { first: number } | { first?: undefined; result: Result };

/**
 * Declares a use case that creates a noun once. The same id with the same content by the same
 * requester answers the first result; with other content, CONFLICT.
 */
export function creating<Input extends { id?: string | null }, Result>(
  useCase: CreatingCase<Input, Result>,
): Declaration<Input, Created<Result>> {
  return { published: useCase, perform: (call, input) => create(call, useCase, input) };
}

async function create<Input extends { id?: string | null }, Result>(
  call: Call,
  useCase: CreatingCase<Input, Result>,
  input: Input,
): Promise<Created<Result>> {
  const { operation, ledger, viewer } = call;
  const actor = actorOf(viewer);
  const id = input.id?.toLowerCase() ?? newId();
  const request = contentHash({ ...(useCase.request?.(input) ?? input), id });
  const act: Act = { actor, organisation: undefined, operation, request };
  const attempt = () =>
    ledger.transact(act, async (em, running): Promise<Attempt<Result>> => {
      const first = input.id ? await repeated(ledger, em, running, useCase.of, id) : undefined;
      if (first !== undefined) return { first };
      const work = new Work(em, viewer, running, ledger);
      const result = await useCase.run(input, work, id);
      work.checkAuthorised();
      return { result };
    });
  const cameMeanwhile = async () =>
    Boolean(input.id && (await ledger.read((em) => ledger.creationOf(em, id))));
  const { result: made, position } = await explainingClashes(call, useCase, () =>
    retryingOnce(attempt, cameMeanwhile),
  );
  return {
    id,
    position: made.first ?? position,
    repeated: made.first !== undefined,
    ...("result" in made ? { result: made.result } : {}),
    ...(useCase.also ? { also: useCase.also.id(input).toLowerCase() } : {}),
  };
}

/**
 * Runs the attempt, and once more where another transaction was committed between its read and its
 * write: a twin of the same request, or one that took the same key or added the same person. What is
 * still wrong then is the answer. A rule may also refuse what the twin has done already: the attempt runs
 * again where the id `cameMeanwhile`.
 */
async function retryingOnce<T>(
  attempt: () => Promise<T>,
  cameMeanwhile: () => Promise<boolean>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (hasLost(error) || (error instanceof HubError && (await cameMeanwhile()))) return attempt();
    throw error;
  }
}

/** The position of the first result, where the same request created the id before. */
async function repeated(ledger: Ledger, em: EntityManager, act: Act, target: Class, id: string) {
  const first = await ledger.creationOf(em, id);
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
