/** What an operation has cost so far: of its own document, and of those that it executes within itself. */
export interface CostMeter {
  cost: number;
  /** Counts a further cost for the client; throws RATE_LIMITED when its rate is used up. */
  count(cost: number): Promise<void>;
}
