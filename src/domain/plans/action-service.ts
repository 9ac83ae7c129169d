import type { Viewer } from "../../access/index.js";
import { badField, invalidTransition } from "../../platform/errors.js";
import {
  assignGiven,
  checkPeriod,
  checkVersion,
  type Done,
  sourcesOf,
  today,
  UseCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { actingUser, Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import type {
  AddActionInput,
  ChangeActionStatusInput,
  UpdateActionInput,
} from "./action-inputs.js";
import { ActionPlan } from "./action-plan.js";
import { ActionStatus, actionLifecycle } from "./enums.js";
import { Milestone } from "./milestone.js";
import type {
  AddMilestoneInput,
  CompleteMilestoneInput,
  UpdateMilestoneInput,
} from "./milestone-inputs.js";
import {
  mayAddAction,
  mayAddMilestone,
  mayChangeActionStatus,
  mayCompleteMilestone,
  mayReportProgress,
  mayUpdateAction,
  mayUpdateMilestone,
  type PlanFacts,
  planFacts,
} from "./plan-policy.js";
import type { ReportProgressInput } from "./progress-inputs.js";
import { ProgressUpdate } from "./progress-update.js";

/** The facts of an action's plan, with who leads the action. */
export async function actionFacts(action: Action, em: Work["em"]): Promise<PlanFacts> {
  return { ...(await planFacts(em, action.plan.id)), actionLead: action.lead?.id };
}

/** Adds a commitment to a plan, if the requester may; `path` is where the input stands. */
export async function addActionTo(
  work: Work,
  id: string,
  input: AddActionInput,
  path: string,
): Promise<Action> {
  const plan = await work.find(ActionPlan, input.planId, `${path}.planId`);
  work.authorise(mayAddAction, await planFacts(work.em, plan.id));
  checkPeriod(input.startsOn, input.endsOn, `${path}.endsOn`);
  const { title, description, stage, strategy, leadId, startsOn, endsOn, sources } = input;
  return work.create(Action, {
    id,
    plan,
    programme: plan.programme,
    title,
    description: description ?? null,
    stage,
    strategy: strategy ?? null,
    lead: leadId ? await work.find(Organisation, leadId, `${path}.leadId`) : null,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    status: ActionStatus.PLANNED,
    progress: 0,
    sources: sourcesOf(sources),
  });
}

/** Actions, their milestones, and what is reported on them. */
export class ActionService extends UseCases {
  /** Adds a commitment to a plan. */
  addAction(viewer: Viewer, input: AddActionInput): Promise<Done> {
    return this.creating(viewer, "addAction", Action, input, async (work, id) => {
      await addActionTo(work, id, input, "input");
    });
  }

  /** Changes what an action is, not where it stands. */
  updateAction(viewer: Viewer, input: UpdateActionInput): Promise<Done> {
    const spec = { ...this.action, operation: "updateAction", permission: mayUpdateAction };
    return this.changing(viewer, spec, input, async (action, work) => {
      assignGiven(action, input, [
        "title",
        "description",
        "stage",
        "strategy",
        "startsOn",
        "endsOn",
      ]);
      checkPeriod(action.startsOn, action.endsOn);
      const { leadId, sources } = input;
      if (leadId === null) action.lead = null;
      if (leadId) action.lead = await work.find(Organisation, leadId, "input.leadId");
      if (sources) action.sources = sourcesOf(sources);
    });
  }

  /** Takes an action to its next status. */
  changeActionStatus(viewer: Viewer, input: ChangeActionStatusInput): Promise<Done> {
    const spec = {
      ...this.action,
      operation: "changeActionStatus",
      permission: mayChangeActionStatus,
    };
    return this.changing(viewer, spec, input, (action) => {
      actionLifecycle.check(action.status, input.status, "input.status");
      action.status = input.status;
    });
  }

  /** Sets a dated step of an action. */
  addMilestone(viewer: Viewer, input: AddMilestoneInput): Promise<Done> {
    return this.creating(viewer, "addMilestone", Milestone, input, async (work, id) => {
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      work.authorise(mayAddMilestone, await actionFacts(action, work.em));
      const { title, dueOn } = input;
      work.create(Milestone, { id, action, plan: action.plan, title, dueOn, sources: [] });
    });
  }

  /** Changes a milestone that was not reached yet. */
  updateMilestone(viewer: Viewer, input: UpdateMilestoneInput): Promise<Done> {
    const spec = {
      ...this.milestone,
      operation: "updateMilestone",
      permission: mayUpdateMilestone,
    };
    return this.changing(viewer, spec, input, (milestone) => {
      refuseReached(milestone, "CHANGED");
      assignGiven(milestone, input, ["title", "dueOn"]);
    });
  }

  /** Marks a milestone as reached, once. */
  completeMilestone(viewer: Viewer, input: CompleteMilestoneInput): Promise<Done> {
    const spec = {
      ...this.milestone,
      operation: "completeMilestone",
      permission: mayCompleteMilestone,
    };
    return this.changing(viewer, spec, input, (milestone) => {
      refuseReached(milestone, "COMPLETED");
      const completedOn = input.completedOn ?? today();
      if (completedOn > today()) {
        throw badField(
          "input.completedOn",
          "must not be after today",
          "tidak boleh setelah hari ini",
        );
      }
      milestone.completedOn = completedOn;
    });
  }

  /** Reports on an action: the statement is kept for good, and the action's progress follows it. */
  async reportProgress(
    viewer: Viewer,
    input: ReportProgressInput,
  ): Promise<Done & { action: string }> {
    const done = await this.creating(viewer, "reportProgress", ProgressUpdate, input, (work, id) =>
      this.report(work, id, input),
    );
    return { ...done, action: input.actionId.toLowerCase() };
  }

  private async report(work: Work, id: string, input: ReportProgressInput): Promise<void> {
    const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
    const plan = await actionFacts(action, work.em);
    const onBehalfOf = input.organisationId?.toLowerCase();
    const organisation = work.authorise(mayReportProgress, { plan, onBehalfOf });
    checkVersion(action, input.expectedVersion);
    const { progress, note, obstacle, evidence, correctsId, visibility } = input;
    work.create(ProgressUpdate, {
      id,
      action,
      plan: action.plan,
      organisation: work.em.getReference(Organisation, organisation as never),
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
  }

  private readonly action = { target: Action, facts: actionFacts, populate: ["plan"] };

  private readonly milestone = {
    target: Milestone,
    facts: ({ action }: Milestone, em: Work["em"]) => actionFacts(action as Action, em),
    populate: ["action", "action.plan"],
  };
}

function refuseReached(milestone: Milestone, to: string): void {
  if (milestone.completedOn) throw invalidTransition("Milestone", "COMPLETED", to, [], "input.id");
}

async function correctedBy(work: Work, id: string, action: Action): Promise<ProgressUpdate> {
  const update = await work.find(ProgressUpdate, id, "input.correctsId");
  if (update.action.id === action.id) return update;
  throw badField("input.correctsId", "is about another action", "tentang kegiatan lain");
}
