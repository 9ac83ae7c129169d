import type { CheckedClient } from "../testkit/hub/checked-client.js";
import type { TestHub } from "../testkit/hub/index.js";
import { type Watch, watch } from "../testkit/live/live-world.js";
import { type ResultShape, resultFields } from "./view-world.js";

/** A frame of a view's stream. */
export interface Frame {
  position: number;
  result: ResultShape;
}

export const liveDocument = `subscription ($id: ID, $key: String, $parameters: JSON) {
  viewLive(id: $id, key: $key, parameters: $parameters) { position result { ${resultFields} } } }`;

/** A socket with the credential of a client. */
export const socketOf = (hub: TestHub, { sent }: CheckedClient) =>
  hub.socket(sent.authorization?.replace("Bearer ", ""));

/** The stream of a view. */
export function streamOfView(
  hub: TestHub,
  client: CheckedClient,
  variables: Record<string, unknown>,
  document = liveDocument,
): Watch<Frame> {
  return watch<Frame>(socketOf(hub, client), variables, document);
}
