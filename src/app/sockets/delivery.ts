import type { ExecutionResult, FormattedExecutionResult } from "graphql";
import type { Due, LiveStream, Payload, Sink } from "../../live/index.js";
import { currentFacts } from "../../platform/request-scope.js";
import type { LiveSocket } from "./live-socket.js";
import { framesOf } from "./page-frames.js";

/** A result with errors as one client reads it. */
export type Shown = (result: ExecutionResult<unknown>) => FormattedExecutionResult<unknown>;

/** An operation of a socket. */
export interface SocketOperation {
  live: LiveSocket;
  /** When its message came, as `performance.now` has it. */
  startedAt: number;
  /** The client's id of the operation; undefined once the client has completed it, and may use it for another. */
  idNow(): string | undefined;
  shown: Shown;
}

const isShared = (payloads: readonly Payload[]): payloads is readonly Buffer[] =>
  payloads.every(Buffer.isBuffer);

/** The client's id of an operation as JSON; of a completed one any, as nothing is sent for it. */
const jsonOfId = ({ idNow }: SocketOperation): Buffer => Buffer.from(JSON.stringify(idNow() ?? ""));

/** Sends a stream's payloads to a socket as `next` messages of one operation. */
class SocketSink implements Sink {
  private id: Buffer | undefined;

  constructor(
    private readonly operation: SocketOperation,
    private readonly stream: LiveStream,
  ) {}

  take({ payloads }: Due): Promise<void> | undefined {
    this.id ??= jsonOfId(this.operation);
    const bytes = isShared(payloads) ? payloads : payloads.map((payload) => this.bytesOf(payload));
    return send(framesOf(bytes, this.id), this.operation, () => this.stream.end());
  }

  /** A result with errors is each client's own, in their language. */
  private bytesOf(payload: Payload): Buffer {
    if (Buffer.isBuffer(payload)) return payload;
    return Buffer.from(JSON.stringify(this.operation.shown(payload)));
  }
}

/**
 * Sends frames to the socket of an operation, as fast as its client reads them. Calls `onCompleted` in the place of
 * what is left where the client has completed the operation.
 */
function send(
  frames: Generator<readonly Buffer[]>,
  operation: SocketOperation,
  onCompleted: () => void,
): Promise<void> | undefined {
  const { live } = operation;
  for (let step = frames.next(); !step.done; step = frames.next()) {
    if (operation.idNow() === undefined) {
      onCompleted();
      return undefined;
    }
    // Wait for the close: a stream that never waits would hide the end of the connection.
    if (!live.isOpen) return live.closed;
    if (!live.write(step.value)) {
      return live.drained().then(() => send(frames, operation, onCompleted));
    }
  }
  return undefined;
}

/**
 * A stream as graphql-ws runs it: without events, as its messages go to the socket from here. graphql-ws
 * would serialise each message again, and take a promise for each.
 */
export function delivered(
  stream: LiveStream,
  operation: SocketOperation,
): AsyncGenerator<ExecutionResult> {
  const done = { done: true, value: undefined } as const;
  const ended = async () => {
    stream.end();
    return done;
  };
  return {
    next: async () => {
      operation.live.streams += 1;
      try {
        await stream.run(new SocketSink(operation, stream));
      } finally {
        operation.live.streams -= 1;
      }
      return done;
    },
    // graphql-ws calls the `return` of the iterable; an iterable's own is on its iterator.
    return: ended,
    throw: (error) => Promise.reject(error),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await ended()),
  };
}

/**
 * The JSON of an operation's only result as graphql-ws runs it: as a stream without events, whose message goes to
 * the socket from here.
 */
export async function* answered(json: Buffer, operation: SocketOperation): AsyncGenerator<never> {
  const facts = currentFacts();
  if (facts) facts.bytes = json.length;
  await send(framesOf([json], jsonOfId(operation)), operation, () => {});
}
