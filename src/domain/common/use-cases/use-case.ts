import type { Viewer } from "../../../access/index.js";
import type { Ledger } from "../../../ledger/index.js";
import type { Class } from "../../../reading/index.js";

/** The answer of a use case. */
export interface Done<Result = unknown> {
  /** The id of the noun that was created, changed or removed. */
  id: string;
  /** The ids of all nouns, where the use case changes several. */
  ids?: readonly string[];
  /** The position of its last change. */
  position: number;
  /** The result of the declaration's `run`; absent for a repeated creation, because nothing ran. */
  result?: Result;
  /** The id of the payload's second noun, if it has one. */
  also?: string;
}

/** The part of a use case that the API shows. */
export interface Published {
  /** The noun that is created, changed or removed. */
  of: Class;
  /** The class of its input. */
  input: Class;
  /** The mutation's description: its effect, and the roles that may call it. */
  description: string;
  /** The payload's field for the noun, if it is not named after its class. */
  field?: string;
  /** True when the noun is gone afterwards: the payload has only its id. */
  removes?: boolean;
  /** True when several nouns are changed: the payload lists them. */
  isMany?: boolean;
  /** The payload's second noun. */
  also?: { of: Class };
  /** The payload's texts, with their descriptions. */
  texts?: Readonly<Record<string, string>>;
}

/** One call of a use case: its name, its ledger, its requester. */
export interface Call {
  /** The use case's name, as it stands in the ledger. */
  operation: string;
  ledger: Ledger;
  viewer: Viewer;
}

/** A declared use case, before `useCases` names it by its key. */
export interface Declaration<Input, Answer> {
  published: Published;
  perform(call: Call, input: Input): Promise<Answer>;
}

/** A use case under its name. */
export interface UseCase<Input, Answer> extends Published {
  /** Its name: the key of its declaration, the mutation's name and the ledger's `operation`. */
  operation: string;
  /**
   * Runs the use case in one transaction: access, then rules, then the write, then the ledger's
   * lines.
   */
  perform(ledger: Ledger, viewer: Viewer, input: Input): Promise<Answer>;
}

/** Use cases by their names, with any input. */
export type UseCaseTable = Readonly<Record<string, UseCase<never, Done>>>;

type Named<Table> = {
  readonly [Operation in keyof Table]: Table[Operation] extends Declaration<
    infer Input,
    infer Answer
  >
    ? UseCase<Input, Answer>
    : never;
};

/**
 * Names use cases by their keys. A key is the mutation's name and stays in the ledger for good, so
 * it never changes.
 */
export function useCases<Table extends Readonly<Record<string, Declaration<never, Done>>>>(
  table: Table,
): Named<Table> {
  const named = Object.entries(table).map(([operation, { published, perform }]) => {
    const useCase: UseCase<never, Done> = {
      ...published,
      operation,
      perform: (ledger, viewer, input) => perform({ operation, ledger, viewer }, input),
    };
    return [operation, useCase];
  });
  return Object.fromEntries(named) as Named<Table>;
}
