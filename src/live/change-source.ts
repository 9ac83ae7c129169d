import type { AccessScope } from "../access/index.js";
import type { ChangeOutline } from "../ledger/index.js";
import type { RowRef, Sql } from "../reading/index.js";

/** The changes that a subscription follows, and the position from which it does. */
export interface Following {
  /** The condition of the followed rows of `change`. Their visibility is checked in addition. */
  condition(scope: AccessScope, row: RowRef): Sql;
  /** What a change's outline says of the condition; undefined where only the database can decide. */
  match(change: ChangeOutline): boolean | undefined;
  /** True if the outline decides about every change. */
  isDecided: boolean;
  /** The root value of the payload's resolvers for the change at a position. */
  event(position: number): object;
  /** The id of the row that it follows, if it follows one. */
  followed?: string;
  /** The position after which the stream starts; null starts now. */
  after: number | null;
}

/**
 * The value of a subscription field's `subscribe`: a description that `LiveGroups` runs. It is an async
 * iterable because graphql-js requires one, and is never iterated.
 */
export class ChangeSource implements AsyncIterable<never> {
  constructor(readonly following: Following) {}

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error("Subscriptions are run by LiveGroups.subscribe");
  }
}
