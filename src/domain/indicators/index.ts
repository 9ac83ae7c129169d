import "./added-fields.js";
import "./added-measures.js";

// Classes.

export { Indicator } from "./indicator.js";
export { Measurement, measurementScope } from "./measurement.js";
export { Target } from "./target.js";

// Enumerations and lifecycles.

export {
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorPeriods,
  IndicatorReporters,
  IndicatorUnit,
  MeasurementStatus,
} from "./enums.js";

// Use cases.

export { indicatorMutations } from "./indicator-mutations.js";
export {
  correctFigures,
  measurementMutations,
  measurementOnce,
  recordingFacts,
  standingAfter,
} from "./measurement-mutations.js";
export { allIndicatorMutations } from "./mutations.js";
export { targetMutations } from "./target-mutations.js";

// Policies, filters and rules.

export { categories, otherCategory, storedCounts } from "./categories.js";
export { indicatorFacts, mayCorrectMeasurement, mayRecordMeasurement } from "./indicator-policy.js";
export type { StoredCount } from "./measurement.js";
export type { CorrectMeasurementInput } from "./measurement-inputs.js";
export { acceptanceFaults, figureFaults, placeFaults } from "./measurement-rules.js";
export { holdsPlace, standingOf } from "./measurement-status.js";
export { retractMany } from "./retract-many.js";
