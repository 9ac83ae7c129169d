import {
  assignGiven,
  changing,
  checkPeriod,
  creating,
  givenTitle,
  sourcesOf,
  useCases,
  type Work,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { AddActionInput, ChangeActionStatusInput, UpdateActionInput } from "./action-inputs.js";
import { ActionPlan } from "./action-plan.js";
import { checkPlanTakes, holdPlan } from "./closed.js";
import { ActionStatus, actionLifecycle } from "./enums.js";
import { answerOfActionLead } from "./invited.js";
import {
  actionCoordinators,
  actionFacts,
  mayAddAction,
  mayChangeActionStatus,
  mayUpdateAction,
  type PlanFacts,
  planCoordinators,
  planFacts,
} from "./plan-policy.js";
import { lockAction, setProgress } from "./progress.js";

const ofAction = {
  of: Action,
  facts: (action: Action, { em }: Work) => actionFacts(action, em),
  populate: ["plan"],
  lock: lockAction,
};

/** The mutations on actions. */
export const actionMutations = useCases({
  addAction: creating({
    of: Action,
    input: AddActionInput,
    description: `Adds an action to a plan. ${planCoordinators}`,
    async run(input, work, id) {
      await addActionTo(work, id, input, "input");
    },
  }),

  updateAction: changing({
    ...ofAction,
    input: UpdateActionInput,
    may: mayUpdateAction,
    description: `Changes the content of an action. ${actionCoordinators}`,
    async run(action, input, work) {
      action.titleText = givenTitle(input, action.titleText);
      assignGiven(action, input, [
        "description",
        "stage",
        "strategy",
        "startsOn",
        "endsOn",
        "weight",
      ]);
      checkPeriod(action.startsOn, action.endsOn);
      const { leadId, sources } = input;
      if (leadId !== undefined && leadId?.toLowerCase() !== action.lead?.id) {
        const facts = await planFacts(work.em, action.plan.id);
        Object.assign(action, await leadOf(work, leadId, facts, "input.leadId"));
        await setProgress(work, action);
      }
      if (sources) action.sources = sourcesOf(sources);
    },
  }),

  changeActionStatus: changing({
    ...ofAction,
    input: ChangeActionStatusInput,
    may: mayChangeActionStatus,
    description: `Moves an action to its next status. ${actionCoordinators}`,
    async run(action, { status }, work) {
      actionLifecycle.check(action.status, status, "input.status");
      action.status = status;
      await setProgress(work, action);
    },
  }),
});

/** Adds an action to a plan within a running use case. `path` is the path of the input. */
export async function addActionTo(
  work: Work,
  id: string,
  input: AddActionInput,
  path: string,
): Promise<Action> {
  await holdPlan(work, input.planId);
  const plan = await work.find(ActionPlan, input.planId, `${path}.planId`);
  const facts = await planFacts(work.em, plan.id);
  work.authorise(mayAddAction, facts);
  checkPlanTakes(plan, "ACTION", `${path}.planId`);
  checkPeriod(input.startsOn, input.endsOn, `${path}.endsOn`);
  const { description, stage, strategy, leadId, startsOn, endsOn, weight, sources } = input;
  return work.create(Action, {
    id,
    plan,
    programme: plan.programme,
    titleText: givenTitle(input, undefined, path),
    description: description ?? null,
    stage,
    strategy: strategy ?? null,
    ...(await leadOf(work, leadId, facts, `${path}.leadId`)),
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    status: ActionStatus.PLANNED,
    progress: 0,
    weight: weight ?? 1,
    sources: sourcesOf(sources),
  });
}

/** The lead of an action, with its answer at the time it is named. */
async function leadOf(
  work: Work,
  id: string | null | undefined,
  facts: PlanFacts,
  path: string,
): Promise<Pick<Action, "lead" | "leadStatus">> {
  if (!id) return { lead: null, leadStatus: null };
  const lead = await work.find(Organisation, id, path);
  return { lead, leadStatus: answerOfActionLead(work, lead.id, facts) };
}
