import type { ExecutionResult } from "graphql";

/** What an answer was read from, as its resolver tells the stream. */
export interface AnswerBasis {
  /** The tags of what it depends on; undefined where any change may change it. */
  tags: readonly string[] | undefined;
}

/** The root value of the resolver of a followed answer. */
export interface AnswerRoot {
  /** Says what the answer was read from; without that, any change may change it. */
  readFrom(basis: AnswerBasis): void;
}

/** An answer that a subscription follows: it is read again when a table that it depends on has changed. */
export interface Answering {
  /** True where it is for one person or API key alone, as a private view's. */
  isPersonal: boolean;
  /** True where its payload shows more than its resolver reads: any change may change it. */
  followsAll: boolean;
  /** The text of an answer by which it is known to be another than the last: all but its positions. */
  contentOf(data: ExecutionResult["data"]): string;
}

/**
 * The value of a subscription field's `subscribe` that follows an answer: a description that `LiveGroups`
 * runs. It is an async iterable because graphql-js requires one, and is never iterated.
 */
export class AnswerSource implements AsyncIterable<never> {
  constructor(readonly answering: Answering) {}

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error("Subscriptions are run by LiveGroups.subscribe");
  }
}
