import { badField, invalidTransition } from "../../platform/errors.js";
import { today } from "../../platform/jakarta.js";
import { assignGiven, changing, creating, useCases, type Work } from "../common/index.js";
import { Action } from "./action.js";
import { checkActionTakes, holdAction } from "./closed.js";
import { Milestone } from "./milestone.js";
import {
  AddMilestoneInput,
  CompleteMilestoneInput,
  UpdateMilestoneInput,
} from "./milestone-inputs.js";
import {
  actionCoordinators,
  actionFacts,
  mayAddMilestone,
  mayCompleteMilestone,
  mayUpdateMilestone,
} from "./plan-policy.js";

const ofMilestone = {
  of: Milestone,
  facts: ({ action }: Milestone, { em }: Work) => actionFacts(action as Action, em),
  populate: ["action", "action.plan"],
};

/** The mutations on milestones. */
export const milestoneMutations = useCases({
  addMilestone: creating({
    of: Milestone,
    input: AddMilestoneInput,
    description: `Adds a dated step to an action. ${actionCoordinators}`,
    async run({ actionId, title, dueOn }, work, id) {
      await holdAction(work, actionId);
      const action = await work.find(Action, actionId, "input.actionId", ["plan"]);
      work.authorise(mayAddMilestone, await actionFacts(action, work.em));
      checkActionTakes(action, "MILESTONE", "input.actionId");
      work.create(Milestone, { id, action, plan: action.plan, title, dueOn, sources: [] });
    },
  }),

  updateMilestone: changing({
    ...ofMilestone,
    input: UpdateMilestoneInput,
    may: mayUpdateMilestone,
    description: `Changes a milestone that is not yet reached. ${actionCoordinators}`,
    run(milestone, input) {
      refuseReached(milestone, "CHANGED");
      assignGiven(milestone, input, ["title", "dueOn"]);
    },
  }),

  completeMilestone: changing({
    ...ofMilestone,
    input: CompleteMilestoneInput,
    may: mayCompleteMilestone,
    description: `Marks a milestone as reached, once. ${actionCoordinators}`,
    run(milestone, input) {
      refuseReached(milestone, "COMPLETED");
      const completedOn = input.completedOn ?? today();
      if (completedOn > today()) {
        const path = "input.completedOn";
        throw badField(path, "must not be after today", "tidak boleh setelah hari ini");
      }
      milestone.completedOn = completedOn;
    },
  }),
});

function refuseReached(milestone: Milestone, to: string): void {
  if (milestone.completedOn) throw invalidTransition("Milestone", "COMPLETED", to, [], "input.id");
}
