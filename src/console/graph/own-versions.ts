import { type Exchange, makeOperation, mapExchange, type Operation } from "urql";

/** The newest version of each noun that this tab itself has written, by id. */
const written = new Map<string, number>();

/** The most nouns that are remembered; those that were written longest ago are forgotten. */
const mostKept = 1000;

interface Versioned {
  id: string;
  version: number;
}

const isVersioned = (value: unknown): value is Versioned =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "version" in value &&
  typeof value.version === "number";

/** Remembers the nouns of a mutation's payload. */
function noteWritten(data: unknown): void {
  for (const payload of Object.values(data ?? {})) {
    for (const noun of Object.values(payload ?? {})) {
      if (!isVersioned(noun)) continue;
      const version = Math.max(noun.version, written.get(noun.id) ?? 0);
      written.delete(noun.id);
      written.set(noun.id, version);
    }
  }
  for (const id of written.keys()) {
    if (written.size <= mostKept) break;
    written.delete(id);
  }
}

interface Input {
  id?: string;
  actionId?: string;
  expectedVersion?: number;
}

/** The id of the noun whose version a mutation expects: a report expects its action's, all others their own. */
const versionedId = ({ query }: Operation, { id, actionId }: Input): string | undefined => {
  const [mutation] = query.definitions;
  const field = mutation && "selectionSet" in mutation && mutation.selectionSet?.selections[0];
  const isReport = field && "name" in field && field.name.value === "reportProgress";
  return isReport ? actionId : id;
};

/**
 * A mutation's variables with the version that the reader has seen. A frame that was read before the reader's own
 * change may come after it, and then the page shows the version before for a moment.
 */
function withOwnVersion(operation: Operation): Operation["variables"] {
  const { variables } = operation;
  const { input } = (variables ?? {}) as { input?: Input };
  if (input?.expectedVersion === undefined) return variables;
  const known = written.get(versionedId(operation, input) ?? "") ?? 0;
  if (known <= input.expectedVersion) return variables;
  return { ...variables, input: { ...input, expectedVersion: known } };
}

/** Sends changes with the version that this tab's own last change gave, where the page still shows an older one. */
export const ownVersionsExchange: Exchange = mapExchange({
  onOperation: (operation) => {
    if (operation.kind !== "mutation") return operation;
    const variables = withOwnVersion(operation);
    return makeOperation(operation.kind, { ...operation, variables }, operation.context);
  },
  onResult: ({ operation, data }) => {
    if (operation.kind === "mutation") noteWritten(data);
  },
});
