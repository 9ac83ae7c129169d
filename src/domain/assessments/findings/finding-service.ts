import type { Viewer } from "../../../access/index.js";
import { badField, notFound } from "../../../platform/errors.js";
import type { Class } from "../../../reading/index.js";
import {
  assignGiven,
  type Done,
  explainClash,
  type RemovalInput,
  UseCases,
  type Work,
} from "../../common/index.js";
import { Measurement } from "../../indicators/index.js";
import { Action, type ActionPlan } from "../../plans/index.js";
import type { Assessment } from "../assessment.js";
import { mayReply } from "../assessment-policy.js";
import { checkOpen, openAssessment, partSpec } from "../at-work.js";
import { AssessmentStatus } from "../enums.js";
import { checkIndependent } from "../independence.js";
import { ActionFinding } from "./action-finding.js";
import { Finding } from "./finding.js";
import type {
  AddFindingInput,
  AssessActionInput,
  ReplyToFindingInput,
  UpdateActionFindingInput,
  UpdateFindingInput,
} from "./finding-inputs.js";
import { FindingReply } from "./finding-reply.js";

explainClash(
  "action_finding_once",
  "input.actionId",
  "has a finding in this assessment already: change that one",
  "sudah mempunyai temuan dalam asesmen ini: ubahlah yang itu",
);

/** What universities find, of the whole and of actions, and what the actions' leads reply. */
export class FindingService extends UseCases {
  /** Adds a finding with its recommendation. */
  addFinding(viewer: Viewer, input: AddFindingInput): Promise<Done> {
    return this.creating(viewer, "addFinding", Finding, input, async (work, id) => {
      const assessment = await openAssessment(work, input.assessmentId);
      const { text, recommendation, actionIds, measurementIds } = input;
      work.create(Finding, {
        id,
        assessment,
        text,
        recommendation: recommendation ?? null,
        actions: await idsOf(work, Action, actionIds ?? [], "input.actionIds"),
        measurements: await idsOf(work, Measurement, measurementIds ?? [], "input.measurementIds"),
        sources: [],
      });
    });
  }

  /** Changes a finding. */
  updateFinding(viewer: Viewer, input: UpdateFindingInput): Promise<Done> {
    const spec = partSpec("updateFinding", Finding, "finding");
    return this.changing(viewer, spec, input, async (finding, work) => {
      checkOpen(finding.assessment as Assessment, "input.id");
      assignGiven(finding, input, ["text", "recommendation"]);
      const { actionIds, measurementIds } = input;
      if (actionIds) finding.actions = await idsOf(work, Action, actionIds, "input.actionIds");
      if (measurementIds) {
        const path = "input.measurementIds";
        finding.measurements = await idsOf(work, Measurement, measurementIds, path);
      }
    });
  }

  /** Takes a finding away. */
  removeFinding(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = partSpec("removeFinding", Finding, "finding");
    return this.changing(viewer, spec, input, async (finding, work) => {
      checkOpen(finding.assessment as Assessment, "input.id");
      await work.remove(finding);
    });
  }

  /** Says how far an action was carried out. */
  assessAction(viewer: Viewer, input: AssessActionInput): Promise<Done> {
    return this.creating(viewer, "assessAction", ActionFinding, input, async (work, id) => {
      const assessment = await openAssessment(work, input.assessmentId);
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const plan = action.plan as ActionPlan;
      checkWithin(assessment, plan);
      const { university } = assessment;
      const subject = { area: undefined, plan: plan.id };
      await checkIndependent(work, university.id, subject, "input.actionId");
      work.create(ActionFinding, {
        id,
        ...{ assessment, action, plan, university },
        completion: input.completion,
        note: input.note ?? null,
        sources: [],
      });
    });
  }

  /** Changes how far an action was found carried out. */
  updateActionFinding(viewer: Viewer, input: UpdateActionFindingInput): Promise<Done> {
    const spec = partSpec("updateActionFinding", ActionFinding, "action_finding");
    return this.changing(viewer, spec, input, (finding) => {
      checkOpen(finding.assessment as Assessment, "input.id");
      assignGiven(finding, input, ["completion", "note"]);
    });
  }

  /** Takes away what was found of an action. */
  removeActionFinding(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = partSpec("removeActionFinding", ActionFinding, "action_finding");
    return this.changing(viewer, spec, input, async (finding, work) => {
      checkOpen(finding.assessment as Assessment, "input.id");
      await work.remove(finding);
    });
  }

  /** Replies, as the action's lead, to what a university published. */
  replyToFinding(viewer: Viewer, input: ReplyToFindingInput): Promise<Done> {
    return this.creating(viewer, "replyToFinding", FindingReply, input, async (work, id) => {
      const below = ["assessment", "action", "action.plan"];
      const finding = await work.find(ActionFinding, input.findingId, "input.findingId", below);
      const action = finding.action as Action;
      const lead = action.lead ?? action.plan.lead;
      work.authorise(mayReply, { lead: lead.id });
      const { status } = finding.assessment as Assessment;
      if (status !== AssessmentStatus.PUBLISHED) throw notFound("ActionFinding", "input.findingId");
      work.create(FindingReply, {
        id,
        ...{ finding, action, organisation: lead, text: input.text },
        sources: [],
      });
    });
  }
}

async function idsOf(
  work: Work,
  target: Class<Action> | Class<Measurement>,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const found = await work.findAll<{ id: string }>(target, ids, path);
  return [...new Set(found.map(({ id }) => id))];
}

/** An assessment of a plan rates the plan's actions, one of an area those of the area's plans. */
function checkWithin({ plan, area }: Assessment, { id, area: where }: ActionPlan): void {
  if (plan ? plan.id === id : area?.id === where?.id) return;
  throw badField(
    "input.actionId",
    "is of no plan that the assessment is about",
    "bukan kegiatan rencana yang dinilai",
  );
}
