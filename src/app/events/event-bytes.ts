import type { Due, Payload } from "../../live/index.js";

/** A payload as JSON: of an error, in its reader's language. */
export type JsonOf = (payload: Payload) => Buffer | string;

const made = new WeakMap<readonly Payload[], Buffer>();

/** An event of graphql-sse; its id is the position after which a client goes on. */
function* eventOf(json: Buffer | string, position: number | undefined): Generator<Buffer> {
  const id = position === undefined ? "" : `id: ${position}\n`;
  yield Buffer.from(`${id}event: next\ndata: `);
  yield typeof json === "string" ? Buffer.from(json) : json;
  yield Buffer.from("\n\n");
}

/**
 * The events of what is due, in one piece; the same bytes for all connections that are due the same. JSON
 * has no line breaks, so that each event has one line of data.
 */
export function eventsOf({ payloads, positions }: Due, jsonOf: JsonOf): Buffer {
  const known = made.get(payloads);
  if (known) return known;
  const parts = payloads.flatMap((payload, at) => [...eventOf(jsonOf(payload), positions[at])]);
  const bytes = Buffer.concat(parts);
  if (payloads.every(Buffer.isBuffer)) made.set(payloads, bytes);
  return bytes;
}

/** The end of an operation, after which its client does not connect again. */
export const completeEvent = Buffer.from("event: complete\ndata:\n\n");

/** The events of an operation with one result. */
export const eventsOfResult = (json: string): string =>
  `${[...eventOf(json, undefined)].join("")}${completeEvent}`;

/** A comment: it keeps the connection open, and shows a client that it is. */
export const heartbeat = Buffer.from(":\n\n");

/** The time after which an `EventSource` connects again. */
export const retryAfter = (seconds: number): Buffer => Buffer.from(`retry: ${seconds * 1000}\n\n`);

/** The same as long as nothing else is said. */
export const opening = retryAfter(2);
