import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Viewer } from "../../../access/index.js";
import { PositionScalar } from "../../../platform/scalars.js";
import { type Class, Loaded } from "../../../reading/index.js";
import type { Done } from "./use-cases.js";

/** What mutations need of a request's context. */
export interface WritingContext {
  viewer: Viewer;
  /** Reads after a write see it: what follows is read in a snapshot at or after `position`. */
  readFrom(position: number): Promise<void>;
  /** Gives up the snapshot that the operation has read from so far. */
  release(): Promise<void>;
}

/** A use case: the requester, the input, and what came of it; further texts go to the payload. */
type UseCase = (viewer: Viewer, input: never) => Promise<Done & Record<string, unknown>>;

interface MutationSpec {
  input: Class;
  description: string;
  /** The payload's field for the noun, and its class; absent for removals, which answer an id. */
  noun?: readonly [field: string, target: () => Class];
  /** A second noun of the payload, whose id the use case answers under the field's name. */
  also?: readonly [field: string, target: () => Class];
  /** Texts of the payload beside the noun, with their descriptions. */
  texts?: Record<string, string>;
}

const named = (name: string): Class => ({ [name]: class {} })[name] as unknown as Class;

/**
 * The payload type: the position and the nouns, read back as the requester sees them at or after that
 * position.
 */
function payloadOf(operation: string, { noun, also, texts = {} }: MutationSpec): Class {
  const payload = named(`${operation.charAt(0).toUpperCase()}${operation.slice(1)}Payload`);
  const add = (name: string, type: () => unknown, description: string, nullable = false) =>
    Field(type as () => never, { description, nullable })(payload.prototype, name);
  add(
    "position",
    () => PositionScalar,
    "Where its change is in the ledger: subscribe after it, or send it as Rembuk-Position.",
  );
  if (!noun) add("removedId", () => ID, "The id of what was removed.");
  for (const loaded of [noun, also]) {
    if (!loaded) continue;
    const [field, target] = loaded;
    const description = "As it is now; null where the requester may not see it.";
    Loaded(target, { nullable: true, description })(payload.prototype, field);
  }
  for (const [name, description] of Object.entries(texts))
    add(name, () => String, description, true);
  ObjectType({ description: `The answer of ${operation}.` })(payload as never);
  return payload;
}

function resolve(operation: string, service: Record<string, UseCase>, spec: MutationSpec) {
  return async (input: never, context: WritingContext) => {
    // A second mutation of a document must not wait for a connection while it keeps one.
    await context.release();
    const useCase = service[operation] as UseCase;
    const { id, position, ...texts } = await useCase.call(service, context.viewer, input);
    await context.readFrom(position);
    return { position, [spec.noun?.[0] ?? "removedId"]: id, ...texts };
  };
}

/**
 * The mutations of a service: each is the use case of the same name with one `input`. A resolver
 * only translates, so one table says all of it; the rules are in the service.
 */
export function mutations<S extends object>(
  service: S,
  specs: { [Operation in keyof S & string]?: MutationSpec },
): Class {
  const resolver = named(`${service.constructor.name}Mutations`);
  for (const [operation, spec] of Object.entries(specs) as [string, MutationSpec][]) {
    const payload = payloadOf(operation, spec);
    const value = resolve(operation, service as Record<string, UseCase>, spec);
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(resolver.prototype, operation, descriptor);
    const options = { name: operation, description: spec.description };
    Mutation(() => payload, options)(resolver.prototype, operation, descriptor);
    const arg = { description: "What is asked." };
    Arg("input", () => spec.input, arg)(resolver.prototype, operation, 0);
    Ctx()(resolver.prototype, operation, 1);
  }
  Resolver()(resolver as never);
  return resolver;
}
