import type { Viewer } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import {
  assignGiven,
  type Done,
  explainClash,
  periodFields,
  type RemovalInput,
  refuseFaults,
  sourcesOf,
  UseCases,
  type Work,
} from "../common/index.js";
import { Contribution, ContributionStatus } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import {
  mayCorrectResults,
  mayRecordResults,
  mayRecordSupport,
  mayRemoveSupport,
} from "./enterprise-policy.js";
import { resultFaults } from "./enterprise-rules.js";
import { actingOrganisation, takingPartIn } from "./enterprise-service.js";
import { GroupMeasurement } from "./group-measurement.js";
import type {
  CorrectGroupMeasurementInput,
  RecordGroupMeasurementInput,
  RecordSupportInput,
} from "./result-inputs.js";
import { Support } from "./support.js";

explainClash(
  "group_measurement_once",
  "input.period",
  "was recorded by this organisation already: correct that",
  "sudah dicatat oleh lembaga ini: koreksilah",
);
explainClash(
  "support_once",
  "input.contributionId",
  "is recorded as received by this group already",
  "sudah tercatat diterima kelompok ini",
);

/** What became of groups: what they received, earned, and to how many they gave work. */
export class ResultService extends UseCases {
  /** Records revenue and jobs, once for a period and an organisation. */
  recordGroupMeasurement(viewer: Viewer, input: RecordGroupMeasurementInput): Promise<Done> {
    const operation = "recordGroupMeasurement";
    return this.creating(viewer, operation, GroupMeasurement, input, (work, id) =>
      newGroupMeasurement(work, id, input),
    );
  }

  /** Corrects revenue and jobs. */
  correctGroupMeasurement(viewer: Viewer, input: CorrectGroupMeasurementInput): Promise<Done> {
    const spec = {
      operation: "correctGroupMeasurement",
      target: GroupMeasurement,
      permission: mayCorrectResults,
      facts: ({ organisation }: GroupMeasurement) => ({ organisation: organisation?.id }),
      populate: ["group"],
    };
    return this.changing(viewer, spec, input, (measurement) => {
      assignGiven(measurement, input, ["revenue", "jobs", "note"]);
      refuseFaults(resultFaults(measurement, "input"));
      if (input.period) Object.assign(measurement, periodFields(input.period));
      if (input.sources) measurement.sources = sourcesOf(input.sources);
    });
  }

  /** Records that a group received something of a contribution, once. */
  recordSupport(viewer: Viewer, input: RecordSupportInput): Promise<Done> {
    return this.creating(viewer, "recordSupport", Support, input, async (work, id) => {
      const group = await work.find(EnterpriseGroup, input.groupId, "input.groupId");
      const { contributionId, receivedOn, note, sources } = input;
      const path = "input.contributionId";
      const of = ["action", "action.plan"];
      const contribution = await work.find(Contribution, contributionId, path, of);
      work.authorise(mayRecordSupport, { ...(await insiders(work, group)), onBehalfOf: undefined });
      if (contribution.status === ContributionStatus.WITHDRAWN) {
        throw badField(path, "was withdrawn", "sudah ditarik");
      }
      work.create(Support, {
        id,
        group,
        contribution,
        receivedOn: receivedOn ?? null,
        note: note ?? null,
        sources: sourcesOf(sources),
      });
    });
  }

  /** Takes the record of a support back. */
  removeSupport(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = {
      operation: "removeSupport",
      target: Support,
      permission: mayRemoveSupport,
      facts: ({ group }: Support) => ({ organisation: group.organisation?.id }),
      populate: ["group", "contribution", "contribution.action", "contribution.action.plan"],
    };
    return this.changing(viewer, spec, input, (support, work) => work.remove(support));
  }
}

/** Records revenue and jobs within a running use case. */
export async function newGroupMeasurement(
  work: Work,
  id: string,
  input: RecordGroupMeasurementInput,
): Promise<void> {
  const group = await work.find(EnterpriseGroup, input.groupId, "input.groupId");
  const onBehalfOf = input.organisationId?.toLowerCase();
  work.authorise(mayRecordResults, { ...(await insiders(work, group)), onBehalfOf });
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

/** Who may tell of a group: the organisation that registered it, and those that take part in its area. */
const insiders = async (work: Work, { organisation, area }: EnterpriseGroup) => ({
  organisation: organisation?.id,
  takingPart: await takingPartIn(work, area.id),
});
