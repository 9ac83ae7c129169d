import type { PlanSession, ReadSession } from "../reading/index.js";

/** A client's turn to read for streams. Exactly one of its functions is called, once. */
export interface LiveTurn {
  /** Opens a snapshot for resolvers; the turn ends when that is closed. */
  open(): Promise<ReadSession>;
  /**
   * Opens a snapshot for statements that are made for many; the turn ends when that is closed. It may be of a
   * replica that has the position `atLeast`; without one it is the primary's.
   */
  openPlanned(atLeast?: number): Promise<PlanSession>;
  /** Ends the turn without one. */
  leave(): void;
}
