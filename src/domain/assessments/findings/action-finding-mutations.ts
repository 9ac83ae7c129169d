import { badField, notFound } from "../../../platform/errors.js";
import {
  assignGiven,
  type Clash,
  changing,
  creating,
  removing,
  useCases,
} from "../../common/index.js";
import { Action, type ActionPlan, acceptedLeadOf } from "../../plans/index.js";
import type { Assessment } from "../assessment.js";
import { mayReply, university as universityOnly, whileOpen } from "../assessment-policy.js";
import { checkOpen, openAssessment, partOfAssessment } from "../at-work.js";
import { AssessmentStatus } from "../enums.js";
import { checkIndependent } from "../independence.js";
import { ActionFinding } from "./action-finding.js";
import {
  AssessActionInput,
  ReplyToFindingInput,
  UpdateActionFindingInput,
} from "./finding-inputs.js";
import { FindingReply } from "./finding-reply.js";

const actionFindingOnce: Clash = {
  constraint: "action_finding_once",
  path: "input.actionId",
  en: "already has a finding in this assessment; change that one",
  id: "sudah mempunyai temuan dalam asesmen ini; ubahlah yang itu",
};

const ofActionFinding = partOfAssessment(ActionFinding, "action_finding");

/** The mutations on findings about actions, and on replies of the actions' leads. */
export const actionFindingMutations = useCases({
  assessAction: creating({
    of: ActionFinding,
    input: AssessActionInput,
    description: `Records how far an action was carried out (rule 3). ${whileOpen} ${universityOnly}`,
    clashes: [actionFindingOnce],
    async run(input, work, id) {
      const assessment = await openAssessment(work, input.assessmentId);
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const plan = action.plan as ActionPlan;
      checkWithin(assessment, plan);
      const { university } = assessment;
      const subject = { area: undefined, plan: plan.id, programme: undefined };
      await checkIndependent(work, university.id, subject, "input.actionId");
      work.create(ActionFinding, {
        id,
        ...{ assessment, action, plan, university },
        completion: input.completion,
        note: input.note ?? null,
        sources: [],
      });
    },
  }),

  updateActionFinding: changing({
    ...ofActionFinding,
    input: UpdateActionFindingInput,
    description: `Changes the finding about an action. ${whileOpen} ${universityOnly}`,
    run(finding, input) {
      checkOpen(finding.assessment as Assessment, "input.id");
      assignGiven(finding, input, ["completion", "note"]);
    },
  }),

  removeActionFinding: removing({
    ...ofActionFinding,
    description: `Removes the finding about an action. ${whileOpen} ${universityOnly}`,
    check: ({ assessment }) => checkOpen(assessment as Assessment, "input.id"),
  }),

  replyToFinding: creating({
    of: FindingReply,
    input: ReplyToFindingInput,
    field: "reply",
    description:
      "Replies to a university's published finding about an action. For the COORDINATOR and ADMIN of the action's lead.",
    async run({ findingId, text }, work, id) {
      const path = "input.findingId";
      const populate = ["assessment", "action", "action.plan"];
      const finding = await work.find(ActionFinding, findingId, path, populate);
      const action = finding.action as Action;
      const lead = acceptedLeadOf(action);
      work.authorise(mayReply, { lead: lead?.id });
      const { status } = finding.assessment as Assessment;
      if (status !== AssessmentStatus.PUBLISHED) throw notFound("ActionFinding", path);
      const fields = { finding, action, organisation: lead, text };
      work.create(FindingReply, { id, ...fields, sources: [] });
    },
  }),
});

/** Passes for an action of the assessed plan, or of a plan of the assessed area. */
function checkWithin({ plan, area }: Assessment, { id, area: where }: ActionPlan): void {
  if (plan ? plan.id === id : area?.id === where?.id) return;
  throw badField(
    "input.actionId",
    "is not an action of the assessed plan or area",
    "bukan kegiatan rencana atau kawasan yang dinilai",
  );
}
