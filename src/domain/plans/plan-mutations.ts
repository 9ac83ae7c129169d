import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { Action } from "./action.js";
import { AddActionInput, ChangeActionStatusInput, UpdateActionInput } from "./action-inputs.js";
import { ActionPlan } from "./action-plan.js";
import { ActionService } from "./action-service.js";
import { Contribution } from "./contribution.js";
import { ContributionStepInput, PledgeContributionInput } from "./contribution-inputs.js";
import { ContributionService } from "./contribution-service.js";
import { Milestone } from "./milestone.js";
import {
  AddMilestoneInput,
  CompleteMilestoneInput,
  UpdateMilestoneInput,
} from "./milestone-inputs.js";
import { Participant } from "./participant.js";
import {
  AddParticipantInput,
  ChangeActionPlanStatusInput,
  CreateActionPlanInput,
  UpdateActionPlanInput,
} from "./plan-inputs.js";
import { PlanService } from "./plan-service.js";
import { ReportProgressInput } from "./progress-inputs.js";
import { ProgressUpdate } from "./progress-update.js";

const coordinators =
  "For the COORDINATOR and ADMIN of the plan's lead, of its accountable organisations, and of its programme's owner.";
const actionCoordinators =
  "For the COORDINATOR and ADMIN of the plan's lead, of its accountable organisations, of its programme's owner, and of the action's lead.";
const giver = "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that gives it.";

const plan = ["actionPlan", () => ActionPlan] as const;
const action = ["action", () => Action] as const;
const milestone = ["milestone", () => Milestone] as const;
const contribution = ["contribution", () => Contribution] as const;

const planMutations = (ledger: Ledger): Class =>
  mutations(new PlanService(ledger), {
    createActionPlan: {
      input: CreateActionPlanInput,
      noun: plan,
      description:
        "Begins a plan, as DRAFT. For the COORDINATOR and ADMIN of its lead and of its programme's owner.",
    },
    updateActionPlan: {
      input: UpdateActionPlanInput,
      noun: plan,
      description: `Changes a plan's title, period, lead or visibility. ${coordinators}`,
    },
    changeActionPlanStatus: {
      input: ChangeActionPlanStatusInput,
      noun: plan,
      description: `Takes a plan to its next status. ${coordinators}`,
    },
    addParticipant: {
      input: AddParticipantInput,
      noun: ["participant", () => Participant],
      description: `Adds an organisation to a plan in a role. ${coordinators}`,
    },
    removeParticipant: {
      input: RemovalInput,
      description: `Takes a role in a plan away from an organisation. ${coordinators}`,
    },
  });

const actionMutations = (ledger: Ledger): Class =>
  mutations(new ActionService(ledger), {
    addAction: {
      input: AddActionInput,
      noun: action,
      description: `Adds a commitment to a plan. ${coordinators}`,
    },
    updateAction: {
      input: UpdateActionInput,
      noun: action,
      description: `Changes what an action is. ${actionCoordinators}`,
    },
    changeActionStatus: {
      input: ChangeActionStatusInput,
      noun: action,
      description: `Takes an action to its next status. ${actionCoordinators}`,
    },
    addMilestone: {
      input: AddMilestoneInput,
      noun: milestone,
      description: `Sets a dated step of an action. ${actionCoordinators}`,
    },
    updateMilestone: {
      input: UpdateMilestoneInput,
      noun: milestone,
      description: `Changes a milestone that was not reached yet. ${actionCoordinators}`,
    },
    completeMilestone: {
      input: CompleteMilestoneInput,
      noun: milestone,
      description: `Marks a milestone as reached, once. ${actionCoordinators}`,
    },
    reportProgress: {
      input: ReportProgressInput,
      noun: ["progressUpdate", () => ProgressUpdate],
      also: action,
      description:
        "Reports on an action; its progress follows. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part, and the COORDINATOR and ADMIN of the programme's owner.",
    },
  });

const contributionMutations = (ledger: Ledger): Class =>
  mutations(new ContributionService(ledger), {
    pledgeContribution: {
      input: PledgeContributionInput,
      noun: contribution,
      description:
        "Promises something to an action. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part in its plan.",
    },
    commitContribution: {
      input: ContributionStepInput,
      noun: contribution,
      description: `Binds a pledge. ${giver}`,
    },
    deliverContribution: {
      input: ContributionStepInput,
      noun: contribution,
      description: `Says that a commitment was given. ${giver}`,
    },
    withdrawContribution: {
      input: ContributionStepInput,
      noun: contribution,
      description: `Takes a pledge or commitment back. ${giver}`,
    },
  });

/** The mutations on plans, actions, milestones, progress and contributions. */
export const planGroupMutations = (ledger: Ledger): Class[] => [
  planMutations(ledger),
  actionMutations(ledger),
  contributionMutations(ledger),
];
