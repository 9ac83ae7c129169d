import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Viewer } from "../../../access/index.js";
import type { Ledger } from "../../../ledger/index.js";
import { PositionScalar } from "../../../platform/scalars.js";
import { type Class, Loaded, LoadedList, nounOf } from "../../../reading/index.js";
import type { Done, Published, UseCase, UseCaseTable } from "./use-case.js";

/** The part of a request's context that mutations need. */
export interface WritingContext {
  viewer: Viewer;
  /** What the hub's use cases write to. */
  ledger: Ledger;
  /**
   * Makes the rest of the operation read in a snapshot at or after `position`: it sees the write.
   */
  readFrom(position: number): Promise<void>;
  /** Gives up the snapshot that the operation has read from so far. */
  release(): Promise<void>;
  /** What the operation's only mutation gave, where it was performed before the operation is executed. */
  readonly written?: WrittenPayload | undefined;
}

/** What a mutation gave, by the fields of its payload: its position and texts, and the ids of its nouns. */
export type WrittenPayload = Readonly<Record<string, unknown>>;

type Mutating = UseCase<never, Done>;

const named = (name: string): Class => ({ [name]: class {} })[name] as unknown as Class;

/** The payload's field for a noun, named after its class: `actionPlan` for ActionPlan. */
const fieldFor = (noun: Class): string => {
  const { name } = nounOf(noun);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The payload's field for the noun that the use case creates, changes or removes. */
const mainField = ({ of, field, removes }: Published): string =>
  removes ? "removedId" : (field ?? fieldFor(of));

/**
 * The payload type: the position and the nouns. They are read as the requester sees them at or
 * after that position.
 */
function payloadOf(useCase: Mutating): Class {
  const { operation, of, also, texts = {}, removes, isMany } = useCase;
  const payload = named(`${operation.charAt(0).toUpperCase()}${operation.slice(1)}Payload`);
  const add = (name: string, type: () => unknown, description: string, nullable = false) =>
    Field(type as () => never, { description, nullable })(payload.prototype, name);
  const load = (name: string, noun: Class) => {
    const description = "Its current state; null when the viewer cannot see it.";
    Loaded(() => noun, { nullable: true, description })(payload.prototype, name);
  };
  add(
    "position",
    () => PositionScalar,
    "The position of the change in the ledger. Subscribe after it, or send it as Rembuk-Position.",
  );
  if (removes) add("removedId", () => ID, "The id of the removed noun.");
  else if (isMany)
    LoadedList(() => of, { description: "Their current state." })(
      payload.prototype,
      mainField(useCase),
    );
  else load(mainField(useCase), of);
  if (also) load(fieldFor(also.of), also.of);
  for (const [name, description] of Object.entries(texts))
    add(name, () => String, description, true);
  ObjectType({ description: `The answer of ${operation}.` })(payload);
  return payload;
}

function resolve(useCase: Mutating) {
  const { also, texts } = useCase;
  return async (input: never, context: WritingContext): Promise<WrittenPayload> => {
    if (context.written) return context.written;
    // A second mutation in a document must not wait for a connection while it holds one.
    await context.release();
    const done = await useCase.perform(context.ledger, context.viewer, input);
    await context.readFrom(done.position);
    return {
      position: done.position,
      [mainField(useCase)]: done.ids ?? done.id,
      ...(also ? { [fieldFor(also.of)]: done.also } : {}),
      ...(texts ? (done.result as object) : {}),
    };
  };
}

function addMutation(resolver: Class, useCase: Mutating): void {
  const { operation, input, description } = useCase;
  const payload = payloadOf(useCase);
  const descriptor = { value: resolve(useCase), writable: true, configurable: true };
  Object.defineProperty(resolver.prototype, operation, descriptor);
  Mutation(() => payload, { name: operation, description })(
    resolver.prototype,
    operation,
    descriptor,
  );
  Arg("input", () => input, { description: "The input." })(resolver.prototype, operation, 0);
  Ctx()(resolver.prototype, operation, 1);
}

/**
 * The resolver of all mutations. Each has the name of its use case and one `input`. A resolver only
 * translates; the rules are in the use case.
 */
export function mutationResolver(tables: readonly UseCaseTable[]): Class {
  const resolver = named("Mutations");
  for (const useCase of tables.flatMap((table) => Object.values(table))) {
    if (useCase.operation in resolver.prototype) {
      throw new Error(`Two use cases are called ${useCase.operation}`);
    }
    addMutation(resolver, useCase);
  }
  Resolver()(resolver);
  return resolver;
}
