import type { DocumentNode } from "graphql";
import { createRequest } from "urql";
import type { TypedDocumentString } from "../generated/graphql.js";

/** A document with the types of its answer and variables, as urql takes it. */
export interface Document<Data, Variables> extends DocumentNode {
  __apiType?: (variables: Variables) => Data;
  __ensureTypesOfVariablesAndResultMatching?: (variables: Variables) => Data;
}

const parsed = new Map<string, DocumentNode>();
const hashes = new Map<string, string>();

/**
 * The document that urql works with. Its id is kept by the operation's name: the cache writes documents
 * anew, and the hub is sent ids only, so that it may accept no other documents.
 */
export function documentOf<Data, Variables>(
  text: TypedDocumentString<Data, Variables>,
): Document<Data, Variables> {
  const source = text.toString();
  const known = parsed.get(source) ?? (createRequest(source, {}).query as DocumentNode);
  parsed.set(source, known);
  const [operation] = known.definitions;
  const hash = text.__meta__?.hash;
  if (operation?.kind === "OperationDefinition" && operation.name && typeof hash === "string") {
    hashes.set(operation.name.value, hash);
  }
  return known as Document<Data, Variables>;
}

/** The id of a document that `documentOf` has made, as `sha256:…`. */
export function idOf(document: DocumentNode): string {
  const operation = document.definitions.find(({ kind }) => kind === "OperationDefinition");
  const name = operation && "name" in operation ? operation.name?.value : undefined;
  const hash = name === undefined ? undefined : hashes.get(name);
  if (hash === undefined) throw new Error(`the document ${name} has no id`);
  return hash;
}
