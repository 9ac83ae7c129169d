import type { Viewer } from "../access/index.js";
import type { CostMeter } from "../platform/cost-meter.js";
import type { Language } from "../platform/errors.js";
import type { ReadSession, SeenRows } from "../reading/index.js";
import type { LiveClient } from "./live-tally.js";

/** What a context over another snapshot has of its own. */
export interface OverOptions {
  seen?: SeenRows | undefined;
  meter?: CostMeter | undefined;
}

/** The part of a request's context that a subscription needs. */
export interface LiveContext {
  viewer: Viewer;
  language: Language;
  /** The client that limits are counted for. */
  client: LiveClient;
  /** The cost of its document, which was counted at its start, and how further costs are counted. */
  readonly meter: CostMeter;
  /** The viewer of the same credential now. Throws when the credential is no longer valid. */
  reauthenticated(): Promise<Viewer>;
  /**
   * A context of the same request that reads from this snapshot as this viewer, and sees these rows
   * whatever their filter says. `meter` counts what it executes within itself; without it, nothing does.
   */
  over(session: ReadSession, viewer: Viewer, more?: OverOptions): LiveContext;
}
