import type { AccessScope } from "../access/index.js";
import type { RowRef, Sql } from "../reading/index.js";
import type { Line } from "./recent-changes.js";

/** What one subscription follows: which changes, from where. */
export interface Following {
  /** The rows of `change`, by their alias, that the subscription is about; access comes on top. */
  condition(scope: AccessScope, row: RowRef): Sql;
  /** Whether a change may meet the condition; absent where its line alone does not tell. */
  concerns?(line: Line): boolean;
  /** The root value that a change's position becomes for the payload's resolvers. */
  event(position: number): object;
  /** The position after which to start; null starts now. */
  after: number | null;
}

/**
 * What a subscription field's `subscribe` gives: a description that the live groups run. It is an
 * async iterable only because graphql-js asks for one; it is never iterated itself.
 */
export class ChangeSource implements AsyncIterable<never> {
  constructor(readonly following: Following) {}

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error("Subscriptions are run by LiveGroups.subscribe");
  }
}
