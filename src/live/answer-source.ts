import { type ExecutionArgs, type ExecutionResult, execute } from "graphql";
import { type Payload, payloadOf } from "./payload.js";

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

/** An answer that was read, for whichever subscriber it is. */
export interface MadeAnswer {
  /** What it holds beside positions: an answer with the same content is not sent again. */
  content: string;
  /** True for an error, after which the stream ends. */
  isLast: boolean;
  /** The tags of what it depends on; undefined where any change may change it. */
  tags: readonly string[] | undefined;
  /** The payload for a subscriber that has this content from the last answer; undefined at its first. */
  payloadAfter(sent: string | undefined): Payload;
}

/** An answer that a subscription follows: it is read again when something that it depends on has changed. */
export interface Answering {
  /** True where it is for one person or API key alone, as a private view's. */
  isPersonal: boolean;
  /** Reads it through a context of the group. */
  read(args: ExecutionArgs, context: unknown, bounds: AnswerBounds): Promise<MadeAnswer>;
}

/** What is known of an answer before it is read. */
export interface AnswerBounds {
  /** The ledger's position in its snapshot. */
  position: number;
  /** The most bytes of its data. */
  answerBytes: number;
}

/** What a resolver's answer is compared by, and what it follows. */
interface Resolved {
  isPersonal: boolean;
  /** True where its payload shows more than its resolver reads: any change may change it. */
  followsAll: boolean;
  /** The text of an answer by which it is known to be another than the last: all but its positions. */
  contentOf(data: ExecutionResult["data"]): string;
}

/** An answer that graphql-js makes of the subscription's own resolver, which tells what it was read from. */
export const resolvedAnswer = ({ isPersonal, followsAll, contentOf }: Resolved): Answering => ({
  isPersonal,
  read: async (args, contextValue, { answerBytes }) => {
    let basis: AnswerBasis = { tags: undefined };
    const rootValue: AnswerRoot = {
      readFrom: (found) => {
        basis = found;
      },
    };
    const executed = await execute({ ...args, rootValue, contextValue });
    const payload = payloadOf(executed, answerBytes);
    return {
      content: contentOf(executed.data),
      isLast: !Buffer.isBuffer(payload),
      tags: followsAll ? undefined : basis.tags,
      payloadAfter: () => payload,
    };
  },
});

/** An error in the place of an answer, which ends the stream. */
export const failedAnswer = (result: ExecutionResult): MadeAnswer => ({
  content: "",
  isLast: true,
  tags: [],
  payloadAfter: () => result,
});

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
