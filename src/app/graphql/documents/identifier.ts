import { badField } from "../../../platform/errors.js";
import { unknownId, unknownPersisted } from "./refusals.js";

/** The parameters of a request that say which document it is for; nothing of them is checked yet. */
export interface DocumentParameters {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

/** The identifier of a document in a request. */
export interface Identifier {
  /** The SHA-256 of the document's text, hex. */
  hash: string;
  /** The way in which it was sent: as GraphQL over HTTP's `documentId`, or as Apollo's extension. */
  form: "documentId" | "persistedQuery";
}

/** The form of the ids, with the prefix of GraphQL over HTTP or, as Apollo sends it, without. */
const pattern = /^(?:sha256:)?([0-9a-f]{64})$/;

const hashIn = (id: unknown): string | undefined =>
  typeof id === "string" ? pattern.exec(id)?.[1] : undefined;

/** True for an object of JSON. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The extension by which Apollo Client, urql and others name a document; absent in other requests. */
export const persistedQueryOf = ({ extensions }: DocumentParameters): unknown =>
  isRecord(extensions) ? (extensions.persistedQuery ?? undefined) : undefined;

function ofExtension(persisted: unknown): Identifier {
  if (!isRecord(persisted) || persisted.version !== 1) {
    throw badField(
      "extensions.persistedQuery",
      'must be {"version": 1, "sha256Hash": …}',
      'harus berupa {"version": 1, "sha256Hash": …}',
    );
  }
  const hash = hashIn(persisted.sha256Hash);
  if (hash !== undefined) return { hash, form: "persistedQuery" };
  throw badField(
    "extensions.persistedQuery.sha256Hash",
    "must be the SHA-256 of the document's text: 64 hexadecimal digits in lower case",
    "harus berupa SHA-256 dari teks dokumen: 64 digit heksadesimal huruf kecil",
  );
}

/** The `documentId` of a request; an empty text is none. */
export const documentIdOf = ({ documentId }: DocumentParameters): unknown =>
  documentId === "" ? undefined : (documentId ?? undefined);

/** The document's identifier in a request; undefined where it has none. Throws for a malformed one. */
export function identifierOf(given: DocumentParameters): Identifier | undefined {
  const id = documentIdOf(given);
  if (id === undefined) {
    const persisted = persistedQueryOf(given);
    return persisted === undefined ? undefined : ofExtension(persisted);
  }
  const hash = hashIn(id);
  if (hash === undefined) throw unknownId();
  return { hash, form: "documentId" };
}

/** The refusal of a document that the hub does not have, in the convention of its identifier's form. */
export const unknownDocument = ({ form }: Identifier, takesTexts: boolean) =>
  form === "documentId" ? unknownId() : unknownPersisted(takesTexts);

/** The refusal of a text that is not the one of its identifier. */
export const wrongHash = ({ form }: Identifier) =>
  badField(
    form === "documentId" ? form : "extensions.persistedQuery.sha256Hash",
    "is not the SHA-256 of the document's text",
    "bukan SHA-256 dari teks dokumen",
  );
