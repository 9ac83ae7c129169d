import { badField } from "../../platform/errors.js";
import { type Clash, creating, removing, sourcesOf, useCases } from "../common/index.js";
import { Contribution, ContributionStatus } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import {
  groupMaintainers,
  groupRecorders,
  mayRecordSupport,
  mayRemoveSupport,
} from "./enterprise-policy.js";
import { insidersOf } from "./insiders.js";
import { RecordSupportInput } from "./result-inputs.js";
import { Support } from "./support.js";

const supportOnce: Clash = {
  constraint: "support_once",
  path: "input.contributionId",
  en: "is already recorded for this group",
  id: "sudah tercatat diterima kelompok ini",
};

/** The mutations on the support that groups receive from contributions. */
export const supportMutations = useCases({
  recordSupport: creating({
    of: Support,
    input: RecordSupportInput,
    description: `Records a group's support from a contribution, once. ${groupRecorders}`,
    clashes: [supportOnce],
    async run({ groupId, contributionId, receivedOn, note, sources }, work, id) {
      const group = await work.find(EnterpriseGroup, groupId, "input.groupId");
      const path = "input.contributionId";
      const populate = ["action", "action.plan"];
      const contribution = await work.find(Contribution, contributionId, path, populate);
      const insiders = await insidersOf(work, group);
      work.authorise(mayRecordSupport, { ...insiders, onBehalfOf: undefined });
      if (contribution.status === ContributionStatus.WITHDRAWN) {
        throw badField(path, "is withdrawn", "sudah ditarik");
      }
      work.create(Support, {
        id,
        group,
        contribution,
        receivedOn: receivedOn ?? null,
        note: note ?? null,
        sources: sourcesOf(sources),
      });
    },
  }),

  removeSupport: removing({
    of: Support,
    may: mayRemoveSupport,
    facts: ({ group }) => ({ organisation: group.organisation?.id }),
    populate: ["group", "contribution", "contribution.action", "contribution.action.plan"],
    description: `Removes the record of a support. ${groupMaintainers}`,
  }),
});
