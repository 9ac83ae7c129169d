import type { SentCredentials } from "../../access/credentials.js";
import type { Language } from "../../platform/errors.js";
import type { TraceHeaders } from "../../platform/tracing/tracing.js";
import type { Client } from "../port.js";
import type { LiveSocket } from "./live-socket.js";
import type { OperationIds } from "./operation-ids.js";

/** The state of a socket; graphql-ws carries it as its `extra`. */
export interface SocketState {
  live: LiveSocket;
  /** The network address of the client, as a requester's. */
  address: string;
  /** The client that the socket's requests are counted for, once its credentials are verified. */
  client: Client | undefined;
  /** The credentials of the upgrade's headers. */
  upgrade: SentCredentials;
  /** The credentials of the socket's operations, once `connection_init` has come. */
  credentials: readonly string[];
  language: Language;
  /** The language that the client stated; undefined where it stated none. */
  statedLanguage: Language | undefined;
  /** The trace that `connection_init`'s payload names, or the upgrade's headers. */
  trace: TraceHeaders | undefined;
  ids: OperationIds;
  /** The numbers of the operations that have not ended, also of those that their client has completed. */
  running: Set<string>;
}
