import type { GraphQLError, GraphQLInputType, GraphQLSchema } from "graphql";
import type { Fault } from "../../platform/errors.js";

/** The schema as views are checked against it. The composition root provides it once it is built. */
export interface ViewSchema {
  schema: GraphQLSchema;
  /** The faults of a value of an input type, each at its path below `path`. */
  faultsIn(value: unknown, type: GraphQLInputType, path: string): Fault[];
}

let provided: ViewSchema | undefined;

/**
 * Provides the schema. A process has one, made from its classes, as the dictionary of nouns is: views are
 * checked against it wherever they are saved, in requests as in the sample.
 */
export function provideViewSchema(schema: ViewSchema): void {
  provided = schema;
}

/** The provided schema. */
export function viewSchema(): ViewSchema {
  if (!provided) throw new Error("Views need the schema: build it first (hubSchema)");
  return provided;
}

/** The errors for which a document with these variables would be refused by the limits of documents. */
export type DocumentLimits = (
  document: string,
  variables: Record<string, unknown>,
) => readonly GraphQLError[];

let limits: DocumentLimits | undefined;

/**
 * Provides the limits, once the hub's own views are there: a low limit keeps no hub from its start, and
 * refuses what is saved from then on.
 */
export function provideViewLimits(given: DocumentLimits): void {
  limits = given;
}

/** The provided limits; undefined where there are none. */
export const viewLimits = (): DocumentLimits | undefined => limits;
