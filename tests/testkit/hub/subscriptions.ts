import type { Client } from "graphql-ws";

/** What a subscription delivers: a payload or errors. */
export interface Delivered<T = Record<string, unknown>> {
  data?: T | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** A subscription whose deliveries are awaited one by one. */
export interface Stream<T> {
  /** The next delivery; rejects when the stream ended or its socket closed. */
  next(): Promise<Delivered<T>>;
  /** Resolves when the stream has ended by itself. */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a subscription; nothing is lost between `next` calls. */
export function subscribe<T = Record<string, unknown>>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
  operationName?: string,
): Stream<T> {
  const request = operationName ? { query, variables, operationName } : { query, variables };
  const iterator = client.iterate(request)[Symbol.asyncIterator]();
  return {
    async next() {
      const step = await iterator.next();
      if (step.done) throw new Error("the stream has ended");
      return step.value as Delivered<T>;
    },
    async ended() {
      const step = await iterator.next();
      if (!step.done) throw new Error(`one more came: ${JSON.stringify(step.value)}`);
    },
    async stop() {
      await iterator.return?.();
    },
  };
}
