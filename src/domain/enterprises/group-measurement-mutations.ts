import {
  assignGiven,
  type Clash,
  changing,
  creating,
  periodFields,
  refuseFaults,
  removing,
  sourcesOf,
  useCases,
  type Work,
} from "../common/index.js";
import { actingOrganisation } from "../stakeholders/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { groupRecorders, mayCorrectResults, mayRecordResults } from "./enterprise-policy.js";
import { resultFaults } from "./enterprise-rules.js";
import { GroupMeasurement } from "./group-measurement.js";
import { insidersOf } from "./insiders.js";
import { CorrectGroupMeasurementInput, RecordGroupMeasurementInput } from "./result-inputs.js";

/** The rule that an organisation records a group's period once. */
export const groupMeasurementOnce: Clash = {
  constraint: "group_measurement_once",
  path: "input.period",
  en: "is already recorded by this organisation: correct that record",
  id: "sudah dicatat oleh lembaga ini: koreksilah",
};

const recorder =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that recorded them; for a platform operator if no organisation did.";

const ofResults = {
  of: GroupMeasurement,
  may: mayCorrectResults,
  facts: ({ organisation }: GroupMeasurement) => ({ organisation: organisation?.id }),
  populate: ["group"],
};

/** The mutations on the revenue and jobs of groups. */
export const groupMeasurementMutations = useCases({
  recordGroupMeasurement: creating({
    of: GroupMeasurement,
    input: RecordGroupMeasurementInput,
    description: `Records a group's revenue and jobs, once for each period and organisation. ${groupRecorders}`,
    clashes: [groupMeasurementOnce],
    run: (input, work, id) => newGroupMeasurement(work, id, input),
  }),

  correctGroupMeasurement: changing({
    ...ofResults,
    input: CorrectGroupMeasurementInput,
    description: `Corrects a group's revenue and jobs. ${recorder}`,
    clashes: [groupMeasurementOnce],
    run: correctResults,
  }),

  removeGroupMeasurement: removing({
    ...ofResults,
    description: `Removes a group's revenue and jobs that were recorded in error. ${recorder}`,
  }),
});

/** Corrects a group's results within a running use case. */
export function correctResults(
  measurement: GroupMeasurement,
  input: Partial<CorrectGroupMeasurementInput>,
): void {
  assignGiven(measurement, input, ["revenue", "jobs", "note"]);
  refuseFaults(resultFaults(measurement, "input"));
  if (input.period) Object.assign(measurement, periodFields(input.period));
  if (input.sources) measurement.sources = sourcesOf(input.sources);
}

/** Records revenue and jobs within a running use case. */
export async function newGroupMeasurement(
  work: Work,
  id: string,
  input: RecordGroupMeasurementInput,
): Promise<void> {
  const group = await work.find(EnterpriseGroup, input.groupId, "input.groupId");
  const onBehalfOf = input.organisationId?.toLowerCase();
  work.authorise(mayRecordResults, { ...(await insidersOf(work, group)), onBehalfOf });
  const { period, revenue = null, jobs = null, note } = input;
  refuseFaults(resultFaults({ revenue, jobs }, "input"));
  work.create(GroupMeasurement, {
    id,
    group,
    ...periodFields(period),
    ...{ revenue, jobs },
    note: note ?? null,
    organisation: actingOrganisation(work),
    sources: sourcesOf(input.sources),
  });
}
