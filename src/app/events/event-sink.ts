import type { Due, Sink } from "../../live/index.js";
import { eventsOf, type JsonOf } from "./event-bytes.js";
import type { EventConnection } from "./event-connection.js";

/** Sends a stream's payloads to a connection as events. */
export class EventSink implements Sink {
  constructor(
    private readonly connection: EventConnection,
    private readonly jsonOf: JsonOf,
  ) {}

  take(due: Due): Promise<void> | undefined {
    const { connection } = this;
    // Wait for the close: a stream that never waits would hide the end of the connection.
    if (!connection.isOpen) return connection.closed;
    return connection.write(eventsOf(due, this.jsonOf)) ? undefined : connection.drained();
  }
}
