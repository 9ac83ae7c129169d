import type { Viewer } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import {
  assignGiven,
  checkPeriod,
  type Done,
  explainClash,
  keyFor,
  type RemovalInput,
  sourcesOf,
  UseCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ActionPlan } from "./action-plan.js";
import { ActionPlanStatus, planLifecycle } from "./enums.js";
import { Participant } from "./participant.js";
import type {
  AddParticipantInput,
  ChangeActionPlanStatusInput,
  CreateActionPlanInput,
  UpdateActionPlanInput,
} from "./plan-inputs.js";
import {
  mayChangePlanStatus,
  mayCreatePlan,
  mayManageParticipants,
  mayUpdatePlan,
  planFacts,
} from "./plan-policy.js";

explainClash("action_plan_key_unique", "input.key", "is taken", "sudah dipakai");
const held = { en: "is held by this organisation already", id: "sudah dipegang lembaga ini" };
explainClash("participant_once", "input.role", held.en, held.id);

/** Action plans and who takes part in them. */
export class PlanService extends UseCases {
  /** Begins a plan, as DRAFT, with its first participants. */
  createActionPlan(viewer: Viewer, input: CreateActionPlanInput): Promise<Done> {
    return this.creating(viewer, "createActionPlan", ActionPlan, input, async (work, id) => {
      const programme = await work.find(Programme, input.programmeId, "input.programmeId");
      const lead = await work.find(Organisation, input.leadId, "input.leadId");
      work.authorise(mayCreatePlan, { lead: lead.id, programmeOwner: programme.owner.id });
      checkPeriod(input.startsOn, input.endsOn);
      const { title, summary, areaId, startsOn, endsOn, visibility } = input;
      const plan = work.create(ActionPlan, {
        id,
        key: await keyFor(work.em, ActionPlan, input.key, title, id),
        title,
        summary: summary ?? null,
        programme,
        area: areaId ? await work.find(Area, areaId, "input.areaId") : null,
        lead,
        status: ActionPlanStatus.DRAFT,
        startsOn,
        endsOn: endsOn ?? null,
        visibility: visibility ?? Visibility.PARTICIPANTS,
        sources: sourcesOf(input.sources),
      });
      await addParticipants(work, plan, input.participants ?? []);
    });
  }

  /** Changes a plan's title, period, lead or visibility. */
  updateActionPlan(viewer: Viewer, input: UpdateActionPlanInput): Promise<Done> {
    const spec = { ...this.plan, operation: "updateActionPlan", permission: mayUpdatePlan };
    return this.changing(viewer, spec, input, async (plan, work) => {
      assignGiven(plan, input, ["title", "summary", "startsOn", "endsOn", "visibility"]);
      checkPeriod(plan.startsOn, plan.endsOn);
      if (input.leadId) plan.lead = await work.find(Organisation, input.leadId, "input.leadId");
      if (input.sources) plan.sources = sourcesOf(input.sources);
    });
  }

  /** Takes a plan to its next status. */
  changeActionPlanStatus(viewer: Viewer, input: ChangeActionPlanStatusInput): Promise<Done> {
    const spec = {
      ...this.plan,
      operation: "changeActionPlanStatus",
      permission: mayChangePlanStatus,
    };
    return this.changing(viewer, spec, input, (plan) => {
      planLifecycle.check(plan.status, input.status, "input.status");
      plan.status = input.status;
    });
  }

  /** Adds an organisation to a plan in a role. */
  addParticipant(viewer: Viewer, input: AddParticipantInput): Promise<Done> {
    return this.creating(viewer, "addParticipant", Participant, input, async (work, id) => {
      const plan = await work.find(ActionPlan, input.planId, "input.planId");
      work.authorise(mayManageParticipants, await planFacts(work.em, plan.id));
      const { organisationId, role } = input;
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.create(Participant, { id, plan, organisation, role, sources: [] });
    });
  }

  /** Takes a role in a plan away from an organisation. */
  removeParticipant(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = {
      operation: "removeParticipant",
      target: Participant,
      permission: mayManageParticipants,
      facts: ({ plan }: Participant, em: Work["em"]) => planFacts(em, plan.id),
      populate: ["plan"],
    };
    return this.changing(viewer, spec, input, (participant, work) => work.remove(participant));
  }

  private readonly plan = {
    target: ActionPlan,
    facts: ({ id }: ActionPlan, em: Work["em"]) => planFacts(em, id),
  };
}

async function addParticipants(
  work: Work,
  plan: ActionPlan,
  inputs: readonly { organisationId: string; role: string }[],
): Promise<void> {
  const taken = new Set<string>();
  for (const [at, { organisationId, role }] of inputs.entries()) {
    const path = `input.participants.${at}`;
    const organisation = await work.find(Organisation, organisationId, `${path}.organisationId`);
    const part = `${organisation.id} ${role}`;
    if (taken.has(part)) throw badField(`${path}.role`, held.en, held.id);
    taken.add(part);
    work.create(Participant, { id: newId(), plan, organisation, role, sources: [] });
  }
}
