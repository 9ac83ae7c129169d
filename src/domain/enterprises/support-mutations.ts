import { badField } from "../../platform/errors.js";
import {
  assignGiven,
  type Clash,
  changing,
  creating,
  removing,
  sourcesOf,
  useCases,
} from "../common/index.js";
import { Contribution, ContributionStatus } from "../plans/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import {
  groupRecorders,
  mayChangeSupport,
  mayRecordSupport,
  supportMaintainers,
} from "./enterprise-policy.js";
import { insidersOf } from "./insiders.js";
import { CorrectSupportInput, RecordSupportInput } from "./result-inputs.js";
import { Support } from "./support.js";

const supportOnce: Clash = {
  constraint: "support_once",
  path: "input.contributionId",
  en: "is already recorded for this group",
  id: "sudah tercatat diterima kelompok ini",
};

const ofSupport = {
  of: Support,
  may: mayChangeSupport,
  facts: ({ group, contribution }: Support) => ({
    organisation: group.organisation?.id,
    giver: contribution.organisation.id,
  }),
  populate: ["group", "contribution", "contribution.action", "contribution.action.plan"],
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

  correctSupport: changing({
    ...ofSupport,
    input: CorrectSupportInput,
    description: `Corrects the record of a support: its day, its remark, its sources. ${supportMaintainers}`,
    run(support, input) {
      assignGiven(support, input, ["receivedOn", "note"]);
      if (input.sources) support.sources = sourcesOf(input.sources);
    },
  }),

  removeSupport: removing({
    ...ofSupport,
    description: `Removes the record of a support. ${supportMaintainers}`,
  }),
});
