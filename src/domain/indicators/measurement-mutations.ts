import { type RowRef, sql } from "../../reading/index.js";
import {
  assignGiven,
  type Clash,
  changing,
  creating,
  periodFields,
  refuseFaults,
  sourcesOf,
  useCases,
  type Work,
} from "../common/index.js";
import { Action, isSharedWith, takingPart } from "../plans/index.js";
import { actingOrganisation, type Organisation } from "../stakeholders/index.js";
import { storedCounts } from "./categories.js";
import { Indicator } from "./indicator.js";
import {
  figureRecorders,
  indicatorFacts,
  mayCorrectMeasurement,
  mayRecordMeasurement,
  type Recording,
} from "./indicator-policy.js";
import { Measurement } from "./measurement.js";
import { CorrectMeasurementInput, RecordMeasurementInput } from "./measurement-inputs.js";
import { checkTakesFigures, figureFaults, figureValue } from "./measurement-rules.js";
import { afterCorrection, standingOf } from "./measurement-status.js";
import { placeOf } from "./places.js";

/** The rule that an organisation measures a place and a period once. */
export const measurementOnce: Clash = {
  constraint: "measurement_once",
  path: "input.period",
  en: "is already measured by this organisation for this place: correct that measurement",
  id: "sudah diukur untuk tempat ini oleh lembaga ini: koreksilah",
};

/** The mutations on measurements. */
export const measurementMutations = useCases({
  recordMeasurement: creating({
    of: Measurement,
    input: RecordMeasurementInput,
    description:
      "Records a measured figure of an indicator. One of the indicator's owner is accepted at once; others are PROPOSED, and count once the owner has accepted them. For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the indicator's owner, of its programme's owner, and of organisations that take part in a taken-up plan of the programme, or in the action's plan if that is taken up and an owner of the indicator takes part in it, or the indicator has none; for a platform operator if the indicator has no owner.",
    clashes: [measurementOnce],
    async run(input, work, id) {
      const { indicatorId, actionId } = input;
      const path = "input.indicatorId";
      const indicator = await work.find(Indicator, indicatorId, path, ["programme"]);
      checkTakesFigures(indicator, path);
      const action = actionId ? await work.find(Action, actionId, "input.actionId") : null;
      const organisation = await recorderOf(work, indicator, action, input.organisationId);
      const place = await placeOf(work, input);
      const { numerator = null, denominator = null, isBaseline = false, note } = input;
      const disaggregation = storedCounts(input.disaggregation ?? []);
      const value = figureValue(indicator, input);
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
        ...standingOf(indicatorFacts(indicator), organisation?.id),
        organisation,
        action,
        plan: action?.plan ?? null,
        sources: sourcesOf(input.sources),
      });
    },
  }),

  correctMeasurement: changing({
    of: Measurement,
    input: CorrectMeasurementInput,
    may: mayCorrectMeasurement,
    facts: ({ organisation }) => ({ organisation: organisation?.id }),
    populate: ["indicator", "indicator.programme", "action"],
    description: `Corrects a measurement, but not its indicator and place. An accepted one of others than the indicator's owner is PROPOSED again. ${figureRecorders}.`,
    clashes: [measurementOnce],
    run: correctFigures,
  }),
});

/** The state that a correction gives a measurement. */
export const standingAfter = (measurement: Measurement) =>
  afterCorrection(
    measurement,
    indicatorFacts(measurement.indicator as Indicator),
    measurement.organisation?.id,
  );

/** Corrects a measurement within a running use case. */
export function correctFigures(
  measurement: Measurement,
  input: Partial<CorrectMeasurementInput>,
): void {
  const indicator = measurement.indicator as Indicator;
  const standing = standingAfter(measurement);
  const before = contentOf(measurement);
  assignGiven(measurement, input, ["value", "numerator", "denominator", "isBaseline", "note"]);
  const { period, disaggregation, sources, value, numerator, denominator } = input;
  if (value === undefined && (numerator !== undefined || denominator !== undefined)) {
    measurement.value =
      figureValue(indicator, { ...measurement, value: undefined }) ?? measurement.value;
  }
  if (period) Object.assign(measurement, periodFields(period));
  if (disaggregation) measurement.disaggregation = storedCounts(disaggregation);
  if (sources) measurement.sources = sourcesOf(sources);
  refuseFaults(figureFaults(indicator, measurement, "input"));
  if (contentOf(measurement) !== before) Object.assign(measurement, standing);
}

/** What a correction can change, as one text: a correction that changes nothing needs no answer. */
const contentOf = (measurement: Measurement): string => {
  const { period, value, numerator, denominator, isBaseline } = measurement;
  const { disaggregation, note, sources } = measurement;
  const figures = [period, value, numerator, denominator, isBaseline, disaggregation];
  return JSON.stringify([...figures, note, sources]);
};

/**
 * The facts for recording a measurement; the indicator's programme must be loaded. The action's plan gives
 * the right only where an owner of the indicator takes part in it, or the indicator is the platform's:
 * nobody records on another's indicator by an action of a plan of their own.
 */
export async function recordingFacts(
  work: Work,
  indicator: Indicator,
  action: Action | null,
  onBehalfOf: string | undefined,
): Promise<Recording> {
  const owners = indicatorFacts(indicator);
  const [programme, plan] = [indicator.programme?.id ?? null, action?.plan.id ?? null];
  const known = [owners.owner, owners.programmeOwner].filter((id) => id !== undefined);
  const shared = (row: RowRef) => (known.length > 0 ? isSharedWith(row, known) : sql`true`);
  const about = (row: RowRef) => sql`(${row.column("programme_id")} = ${programme}::uuid
    or (${row.column("id")} = ${plan}::uuid and ${shared(row)}))`;
  return { ...owners, takingPart: await takingPart(work, about), onBehalfOf };
}

/** The organisation that records, if the requester may record; none for the platform's operator. */
async function recorderOf(
  work: Work,
  indicator: Indicator,
  action: Action | null,
  organisationId: string | null | undefined,
): Promise<Organisation | null> {
  const facts = await recordingFacts(work, indicator, action, organisationId?.toLowerCase());
  work.authorise(mayRecordMeasurement, facts);
  return actingOrganisation(work);
}
