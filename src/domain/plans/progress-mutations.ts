import { badField } from "../../platform/errors.js";
import { checkVersion, creating, useCases, Visibility, type Work } from "../common/index.js";
import { actingOrganisation, actingUser } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { actionFacts, mayReportProgress } from "./plan-policy.js";
import { ReportProgressInput } from "./progress-inputs.js";
import { ProgressUpdate } from "./progress-update.js";

/** The mutation that reports on an action. A report stays for good. */
export const progressMutations = useCases({
  reportProgress: creating({
    of: ProgressUpdate,
    input: ReportProgressInput,
    also: { of: Action, id: ({ actionId }) => actionId },
    description:
      "Reports on an action and sets its progress. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part, and the COORDINATOR and ADMIN of the programme's owner.",
    async run(input, work, id) {
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const plan = await actionFacts(action, work.em);
      const onBehalfOf = input.organisationId?.toLowerCase();
      work.authorise(mayReportProgress, { plan, onBehalfOf });
      checkVersion(action, input.expectedVersion);
      const { progress, note, obstacle, evidence, correctsId, visibility } = input;
      work.create(ProgressUpdate, {
        id,
        action,
        plan: action.plan,
        organisation: actingOrganisation(work),
        user: actingUser(work),
        progress,
        note: note ?? null,
        obstacle: obstacle ?? null,
        evidence: evidence ?? [],
        reportedAt: new Date(),
        visibility: visibility ?? Visibility.PUBLIC,
        corrects: correctsId ? await correctedBy(work, correctsId, action) : null,
        sources: [],
      });
      action.progress = progress;
    },
  }),
});

async function correctedBy(work: Work, id: string, action: Action): Promise<ProgressUpdate> {
  const update = await work.find(ProgressUpdate, id, "input.correctsId");
  if (update.action.id === action.id) return update;
  throw badField("input.correctsId", "is about another action", "tentang kegiatan lain");
}
