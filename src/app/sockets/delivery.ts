import type { ExecutionResult } from "graphql";
import { MessageType } from "graphql-ws";
import type { LiveEvent } from "../port.js";
import type { LiveSocket } from "./live-socket.js";

const end = Buffer.from("}");

/** The beginning of an operation's `next` message, byte for byte as graphql-ws writes it. */
const startOf = (id: string): Buffer =>
  Buffer.from(`{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`);

/**
 * A subscription's events as graphql-ws consumes them. JSON that many sockets share is sent from here
 * directly: graphql-ws would serialise each message again. `idNow` gives the operation's id; undefined once
 * its client has completed it, and may use the id for another one.
 */
export function delivered(
  events: AsyncIterable<LiveEvent>,
  live: LiveSocket,
  idNow: () => string | undefined,
): AsyncGenerator<ExecutionResult> {
  const iterator = events[Symbol.asyncIterator]();
  const start = startOf(idNow() ?? "");
  const done = { done: true, value: undefined } as const;
  return {
    next: async () => {
      for (;;) {
        const step = await iterator.next();
        if (step.done || idNow() === undefined) return done;
        if (!Buffer.isBuffer(step.value)) return { done: false, value: step.value };
        await live.sendParts([start, step.value, end]);
      }
    },
    // graphql-ws calls the `return` of the iterable; an iterable's own is on its iterator.
    return: async () => {
      await iterator.return?.();
      return done;
    },
    throw: (error) => Promise.reject(error),
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await iterator.return?.();
    },
  };
}
