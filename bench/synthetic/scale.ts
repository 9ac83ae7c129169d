/** The amount of data: the size of the country, with one area and four plans for each regency. */
export const scale = {
  regencies: 514,
  programmes: 4,
  organisations: 5_000,
  actionsPerPlan: 20,
  milestonesPerAction: 2,
  contributionsPerAction: 3,
  outcomesPerMeeting: 5,
  progressUpdates: 1_000_000,
  /** Number of progress updates with a change in the ledger: the latest ones. */
  ledgerLines: 100_000,
} as const;

/** The numbers of plans and actions that follow. */
export const plans = scale.regencies * scale.programmes;
export const actions = plans * scale.actionsPerPlan;

/** The coordinator of all four programmes, as whom the benchmark writes. */
export const coordinator = "coordinator@synthetic-ministry.example";
