import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { Indicator } from "./indicator.js";
import { CreateIndicatorInput, UpdateIndicatorInput } from "./indicator-inputs.js";
import { IndicatorService } from "./indicator-service.js";
import { Measurement } from "./measurement.js";
import { CorrectMeasurementInput, RecordMeasurementInput } from "./measurement-inputs.js";
import { MeasurementService } from "./measurement-service.js";
import { Target } from "./target.js";
import { SetTargetInput, UpdateTargetInput } from "./target-inputs.js";

const managers =
  "For the COORDINATOR and ADMIN of the indicator's owner and of its programme's owner; a platform operator's where it has no owner.";

const indicator = ["indicator", () => Indicator] as const;
const target = ["target", () => Target] as const;
const measurement = ["measurement", () => Measurement] as const;

/** The mutations on indicators, targets and measurements. */
export const indicatorGroupMutations = (ledger: Ledger): Class[] => [
  mutations(new IndicatorService(ledger), {
    createIndicator: {
      input: CreateIndicatorInput,
      noun: indicator,
      description: `Defines an indicator. ${managers}`,
    },
    updateIndicator: {
      input: UpdateIndicatorInput,
      noun: indicator,
      description: `Changes what is said of an indicator. ${managers}`,
    },
    setTarget: {
      input: SetTargetInput,
      noun: target,
      description: `Sets what an indicator is to reach. ${managers}`,
    },
    updateTarget: {
      input: UpdateTargetInput,
      noun: target,
      description: `Changes a target. ${managers}`,
    },
    removeTarget: { input: RemovalInput, description: `Takes a target back. ${managers}` },
  }),
  mutations(new MeasurementService(ledger), {
    recordMeasurement: {
      input: RecordMeasurementInput,
      noun: measurement,
      description:
        "Records what an indicator was found to be. For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the indicator's owner, of its programme's owner, and of organisations that take part in a plan of the programme or in the action's; a platform operator's where the indicator has no owner.",
    },
    correctMeasurement: {
      input: CorrectMeasurementInput,
      noun: measurement,
      description:
        "Corrects a measurement. For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the organisation that recorded it; a platform operator's where none did.",
    },
  }),
];
