/** The amount of data. */
export interface Scale {
  /** How many times the size of the country. */
  factor: number;
  programmes: number;
  organisations: number;
  areas: number;
  progressUpdates: number;
  /** Number of progress updates with a change in the ledger: the latest ones. */
  ledgerLines: number;
  plans: number;
  actions: number;
}

/** What stays the same at every size: the real regions, and the parts of each area, plan and meeting. */
export const parts = {
  regencies: 514,
  plansPerArea: 4,
  actionsPerPlan: 20,
  milestonesPerAction: 2,
  contributionsPerAction: 3,
  outcomesPerMeeting: 5,
  assessmentsPerArea: 3,
  groupsPerArea: 8,
} as const;

/**
 * The data of a country `factor` times as large: it has as many times the programmes, areas, organisations,
 * plans and reports. A programme has 514 plans and an area four at every size.
 */
export function scaleOf(factor: number): Scale {
  const areas = parts.regencies * factor;
  const plans = areas * parts.plansPerArea;
  return {
    factor,
    programmes: 4 * factor,
    organisations: 5_000 * factor,
    areas,
    progressUpdates: 1_000_000 * factor,
    ledgerLines: 100_000 * Math.min(factor, 3),
    plans,
    actions: plans * parts.actionsPerPlan,
  };
}

/** The coordinator of all programmes, as whom the benchmark writes. */
export const coordinator = "coordinator@synthetic-ministry.example";
