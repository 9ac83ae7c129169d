import { changing, changingMany, useCases } from "../common/index.js";
import { MeasurementStatus } from "./enums.js";
import type { Indicator } from "./indicator.js";
import {
  figureOwners,
  figureRecorders,
  indicatorFacts,
  mayAnswerMeasurement,
  mayRetractMeasurement,
} from "./indicator-policy.js";
import { Measurement } from "./measurement.js";
import {
  AcceptMeasurementInput,
  AcceptMeasurementsInput,
  RefuseMeasurementInput,
  RetractMeasurementInput,
} from "./measurement-inputs.js";
import { moveTo } from "./measurement-status.js";

const ofMeasurement = {
  of: Measurement,
  populate: ["indicator", "indicator.programme", "action"],
};
const answered = {
  ...ofMeasurement,
  may: mayAnswerMeasurement,
  facts: ({ indicator }: Measurement) => indicatorFacts(indicator as Indicator),
};

/** The answers of indicators' owners to figures, and the retraction of figures. */
export const measurementAnswers = useCases({
  acceptMeasurement: changing({
    ...answered,
    input: AcceptMeasurementInput,
    description: `Accepts a figure that others recorded: everybody sees it, and it counts. ${figureOwners}`,
    run: (measurement) => moveTo(measurement, MeasurementStatus.ACCEPTED),
  }),

  acceptMeasurements: changingMany({
    ...answered,
    input: AcceptMeasurementsInput,
    field: "measurements",
    description: `Accepts several figures at once, all or none, for example those of a table. ${figureOwners}`,
    run: (measurement, path) => moveTo(measurement, MeasurementStatus.ACCEPTED, path),
  }),

  refuseMeasurement: changing({
    ...answered,
    input: RefuseMeasurementInput,
    description: `Refuses a figure that others recorded, with a reason that they see. They can record it anew. ${figureOwners}`,
    run(measurement, { reason }) {
      moveTo(measurement, MeasurementStatus.REFUSED);
      measurement.reason = reason;
    },
  }),

  retractMeasurement: changing({
    ...ofMeasurement,
    input: RetractMeasurementInput,
    may: mayRetractMeasurement,
    facts: ({ organisation, indicator }) => ({
      organisation: organisation?.id,
      ...indicatorFacts(indicator as Indicator),
    }),
    description: `Takes a figure back that was recorded in error, with a reason: it counts no more, and the place can be measured anew. ${figureRecorders}; also for those who may accept it.`,
    run(measurement, { reason }) {
      moveTo(measurement, MeasurementStatus.RETRACTED);
      measurement.reason = reason;
    },
  }),
});
