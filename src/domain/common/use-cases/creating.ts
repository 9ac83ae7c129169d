import type { Act, Creation } from "../../../ledger/index.js";
import { conflict, HubError } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { type Class, nounOf } from "../../../reading/index.js";
import { actorOf } from "./actor.js";
import { type Clash, explainingClashes, lostRace } from "./clashes.js";
import { type Comparing, isSameRequest, requestHash } from "./same-request.js";
import type { Call, Declaration, Done, Published } from "./use-case.js";
import { Work } from "./work.js";

/** A use case that creates a noun. */
export interface CreatingCase<Input extends { id?: string | null }, Result>
  extends Published,
    Comparing<Input> {
  input: Class<Input>;
  also?: { of: Class; id(input: Input): string };
  texts?: Readonly<Record<keyof NoInfer<Result> & string, string>>;
  /** The unique constraints that the use case may break. */
  clashes?: readonly Clash[];
  /** Authorises the requester, checks the rules and creates the noun with this id. */
  run(input: Input, work: Work, id: string): Promise<Result> | Result;
}

/** The answer of a use case that creates a noun. */
export interface Created<Result = unknown> extends Done<Result> {
  /**
   * True when an earlier call with the same content created the noun, and this call did nothing.
   */
  repeated: boolean;
}

/** The outcome of one attempt: the position of the first result, or what `run` returned. */
type Attempt<Result> = { first: number } | { first?: undefined; result: Result };

/**
 * Declares a use case that creates a noun once. The same id with the same content by the same
 * requester returns the first result; the same id with other content is a CONFLICT.
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
  const request = requestHash(useCase, input, id);
  const act: Act = { actor, organisation: undefined, operation, request };
  const attempt = () =>
    ledger.transact(act, async (em, running): Promise<Attempt<Result>> => {
      const [work, first] = await Promise.all([
        Work.begin(call, em, running),
        input.id ? ledger.creationOf(em, id) : undefined,
      ]);
      if (first) return { first: repeated(first, running, useCase, input, id) };
      const result = await useCase.run(input, work, id);
      work.checkAuthorised();
      return { result };
    });
  const isCreated = async () =>
    Boolean(input.id && (await ledger.read((em) => ledger.creationOf(em, id))));
  const { result: made, position } = await explainingClashes(call, useCase, () =>
    retryingOnce(attempt, isCreated),
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
 * Runs an attempt, and once more if another transaction committed between its read and its write:
 * the same request sent twice, or another request with the same key or the same new person. A real
 * fault occurs in the second attempt too. A rule may also refuse the second of two equal requests
 * because of what the first has done; `isCreated` detects that.
 */
async function retryingOnce<T>(
  attempt: () => Promise<T>,
  isCreated: () => Promise<boolean>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (lostRace(error) || (error instanceof HubError && (await isCreated()))) return attempt();
    throw error;
  }
}

/** The position of the first result; CONFLICT unless the same request created the id. */
function repeated<Input extends { id?: string | null }>(
  first: Creation,
  act: Act,
  useCase: Published & Comparing<Input>,
  input: Input,
  id: string,
): number {
  const same =
    first.entity === nounOf(useCase.of).name &&
    first.operation === act.operation &&
    first.actor === act.actor &&
    isSameRequest(useCase, input, id, first);
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
