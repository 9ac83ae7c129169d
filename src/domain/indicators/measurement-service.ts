import type { Viewer } from "../../access/index.js";
import { type RowRef, sql } from "../../reading/index.js";
import {
  assignGiven,
  type Done,
  explainClash,
  periodFields,
  refuseFaults,
  sourcesOf,
  UseCases,
  type Work,
} from "../common/index.js";
import { Action, takingPart } from "../plans/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Indicator } from "./indicator.js";
import { mayCorrectMeasurement, mayRecordMeasurement, type Recording } from "./indicator-policy.js";
import { indicatorFacts, placeOf } from "./indicator-service.js";
import { Measurement, type StoredCount } from "./measurement.js";
import type {
  CorrectMeasurementInput,
  DisaggregatedCountInput,
  RecordMeasurementInput,
} from "./measurement-inputs.js";
import { figureFaults } from "./measurement-rules.js";

explainClash(
  "measurement_once",
  "input.period",
  "was measured for this place by this organisation already: correct that",
  "sudah diukur untuk tempat ini oleh lembaga ini: koreksilah",
);

/** The counts in jsonb's order of keys, as the ORM compares texts. */
const storedCounts = (counts: readonly DisaggregatedCountInput[]): StoredCount[] =>
  counts.map(({ by, count, value }) => ({ by, count, value }));

/** What indicators were found to be. */
export class MeasurementService extends UseCases {
  /** Records a figure, once for a place, a period and an organisation. */
  recordMeasurement(viewer: Viewer, input: RecordMeasurementInput): Promise<Done> {
    return this.creating(viewer, "recordMeasurement", Measurement, input, async (work, id) => {
      const { indicatorId, actionId } = input;
      const path = "input.indicatorId";
      const indicator = await work.find(Indicator, indicatorId, path, ["programme"]);
      const action = actionId ? await work.find(Action, actionId, "input.actionId") : null;
      const organisation = await recorderOf(work, indicator, action, input.organisationId);
      const place = await placeOf(work, input);
      const { value, numerator = null, denominator = null, isBaseline = false, note } = input;
      const disaggregation = storedCounts(input.disaggregation ?? []);
      const figures = { value, numerator, denominator, disaggregation };
      refuseFaults(figureFaults(indicator, figures, "input"));
      work.create(Measurement, {
        id,
        indicator,
        ...place,
        ...periodFields(input.period),
        ...figures,
        isBaseline,
        note: note ?? null,
        organisation,
        action,
        plan: action?.plan ?? null,
        sources: sourcesOf(input.sources),
      });
    });
  }

  /** Corrects a figure; of which indicator and place it is stays. */
  correctMeasurement(viewer: Viewer, input: CorrectMeasurementInput): Promise<Done> {
    const spec = {
      operation: "correctMeasurement",
      target: Measurement,
      permission: mayCorrectMeasurement,
      facts: ({ organisation }: Measurement) => ({ organisation: organisation?.id }),
      populate: ["indicator", "action"],
    };
    return this.changing(viewer, spec, input, (measurement) => {
      assignGiven(measurement, input, ["value", "numerator", "denominator", "isBaseline", "note"]);
      const { period, disaggregation, sources } = input;
      if (period) Object.assign(measurement, periodFields(period));
      if (disaggregation) measurement.disaggregation = storedCounts(disaggregation);
      if (sources) measurement.sources = sourcesOf(sources);
      refuseFaults(figureFaults(measurement.indicator as Indicator, measurement, "input"));
    });
  }
}

/** What the policy asks of a new measurement; the indicator's programme must be loaded. */
export async function recordingFacts(
  work: Work,
  indicator: Indicator,
  action: Action | null,
  onBehalfOf: string | undefined,
): Promise<Recording> {
  const [programme, plan] = [indicator.programme?.id ?? null, action?.plan.id ?? null];
  const about = (row: RowRef) =>
    sql`(${row.column("programme_id")} = ${programme}::uuid or ${row.column("id")} = ${plan}::uuid)`;
  const partners = await takingPart(work, about);
  return { ...indicatorFacts(indicator), takingPart: partners, onBehalfOf };
}

/** The organisation that records, if the requester may; none for the platform's operator. */
async function recorderOf(
  work: Work,
  indicator: Indicator,
  action: Action | null,
  organisationId: string | null | undefined,
): Promise<Organisation | null> {
  const facts = await recordingFacts(work, indicator, action, organisationId?.toLowerCase());
  const recorder = work.authorise(mayRecordMeasurement, facts);
  return recorder ? work.em.getReference(Organisation, recorder as never) : null;
}
