import type { Viewer } from "../access/index.js";
import type { Language } from "../platform/errors.js";
import type { ReadSession, SeenRows } from "../reading/index.js";
import type { LiveClient } from "./live-tally.js";

/** The part of a request's context that a subscription needs. */
export interface LiveContext {
  viewer: Viewer;
  language: Language;
  /** The client that limits are counted for. */
  client: LiveClient;
  /** The viewer of the same credential now. Throws when the credential is no longer valid. */
  reauthenticated(): Promise<Viewer>;
  /**
   * A context of the same request that reads from this snapshot as this viewer, and sees these rows
   * whatever their filter says.
   */
  over(session: ReadSession, viewer: Viewer, seen?: SeenRows): LiveContext;
}
