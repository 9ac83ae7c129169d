/**
 * The codes with which the hub closes a WebSocket. 44xx are the protocol's (graphql-transport-ws) and
 * the hub's own; a client of `graphql-ws` connects again after each of the hub's own codes.
 */
export const CloseCode = {
  /** The hub stops; connect again, another node may answer. */
  goingAway: 1001,
  /** A frame was larger than LIMIT_FRAME_BYTES. */
  frameTooLarge: 1009,
  /** The hub cannot check the credential now; connect again later. */
  tryAgainLater: 1013,
  /** A frame was not a message of the protocol. */
  badMessage: 4400,
  /** An operation came before `connection_init` was acknowledged. */
  notAcknowledged: 4401,
  /** The credential of `connection_init` was refused; the reason says why. */
  credentialRefused: 4403,
  /** The client does not speak `graphql-transport-ws`. */
  protocolRefused: 4406,
  /** No `connection_init` came within LIVE_INIT_SECONDS. */
  initTimeout: 4408,
  /** An id was used while its operation still ran. */
  operationExists: 4409,
  /** No operation ran for LIVE_IDLE_SECONDS. */
  idle: 4410,
  /** The client read nothing for LIVE_STALL_SECONDS; connect again and resume by position. */
  tooSlow: 4413,
  /** The credential has expired; connect again with a new one and resume by position. */
  credentialExpired: 4419,
  /** The client has LIMIT_SOCKETS_PER_CLIENT sockets; close one, then connect again. */
  tooManySockets: 4420,
  /** `connection_init` came twice. */
  alreadyInitialised: 4429,
  /** An error of the hub; it is in the log. */
  internal: 4500,
} as const;

/** A close frame holds 123 bytes of reason (RFC 6455, 5.5). */
const longestReason = 123;

/**
 * The reason, cut to what a close frame can hold. Where the client is to retry after some seconds, it ends
 * with `; retry-after=<seconds>`.
 */
export function closeReason(text: string, retryAfter?: number): string {
  const end = retryAfter === undefined ? "" : `; retry-after=${retryAfter}`;
  let reason = text;
  while (Buffer.byteLength(reason) > longestReason - end.length) reason = reason.slice(0, -1);
  return `${reason.toWellFormed()}${end}`;
}
