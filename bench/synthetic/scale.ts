/** How much is made: the size of the country, one area and four plans a regency. */
export const scale = {
  regencies: 514,
  programmes: 4,
  organisations: 5_000,
  actionsPerPlan: 20,
  milestonesPerAction: 2,
  contributionsPerAction: 3,
  progressUpdates: 1_000_000,
  /** Progress updates that the ledger holds a change of: the latest. */
  ledgerLines: 100_000,
} as const;

/** Plans and actions that follow from the scale. */
export const plans = scale.regencies * scale.programmes;
export const actions = plans * scale.actionsPerPlan;

/** The coordinator of all four programmes, in whose name the benchmark writes. */
export const coordinator = "coordinator@synthetic-ministry.example";
