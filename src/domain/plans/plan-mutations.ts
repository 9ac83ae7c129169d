import { badField } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import {
  assignGiven,
  type Clash,
  changing,
  checkPeriod,
  creating,
  keyFor,
  removing,
  sourcesOf,
  useCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { ActionPlan } from "./action-plan.js";
import { ActionPlanStatus, planLifecycle } from "./enums.js";
import { Participant } from "./participant.js";
import {
  AddParticipantInput,
  ChangeActionPlanStatusInput,
  CreateActionPlanInput,
  type ParticipantInput,
  UpdateActionPlanInput,
} from "./plan-inputs.js";
import {
  mayChangePlanStatus,
  mayCreatePlan,
  mayManageParticipants,
  mayUpdatePlan,
  planCoordinators,
  planFacts,
} from "./plan-policy.js";

const participantOnce: Clash = {
  constraint: "participant_once",
  path: "input.role",
  en: "is already held by this organisation",
  id: "sudah dipegang lembaga ini",
};

const ofPlan = {
  of: ActionPlan,
  facts: ({ id }: ActionPlan, { em }: Work) => planFacts(em, id),
};

/** The mutations on action plans and their participants. */
export const planMutations = useCases({
  createActionPlan: creating({
    of: ActionPlan,
    input: CreateActionPlanInput,
    description:
      "Creates a plan, as DRAFT. For the COORDINATOR and ADMIN of its lead and of its programme's owner.",
    clashes: [participantOnce],
    async run(input, work, id) {
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
    },
  }),

  updateActionPlan: changing({
    ...ofPlan,
    input: UpdateActionPlanInput,
    may: mayUpdatePlan,
    description: `Changes a plan's title, period, lead or visibility. ${planCoordinators}`,
    async run(plan, input, work) {
      assignGiven(plan, input, ["title", "summary", "startsOn", "endsOn", "visibility"]);
      checkPeriod(plan.startsOn, plan.endsOn);
      if (input.leadId) plan.lead = await work.find(Organisation, input.leadId, "input.leadId");
      if (input.sources) plan.sources = sourcesOf(input.sources);
    },
  }),

  changeActionPlanStatus: changing({
    ...ofPlan,
    input: ChangeActionPlanStatusInput,
    may: mayChangePlanStatus,
    description: `Moves a plan to its next status. ${planCoordinators}`,
    run(plan, { status }) {
      planLifecycle.check(plan.status, status, "input.status");
      plan.status = status;
    },
  }),

  addParticipant: creating({
    of: Participant,
    input: AddParticipantInput,
    description: `Adds an organisation to a plan in a role. ${planCoordinators}`,
    clashes: [participantOnce],
    async run({ planId, organisationId, role }, work, id) {
      const plan = await work.find(ActionPlan, planId, "input.planId");
      work.authorise(mayManageParticipants, await planFacts(work.em, plan.id));
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.create(Participant, { id, plan, organisation, role, sources: [] });
    },
  }),

  removeParticipant: removing({
    of: Participant,
    may: mayManageParticipants,
    facts: ({ plan }, { em }) => planFacts(em, plan.id),
    populate: ["plan"],
    description: `Removes a role of an organisation from a plan. ${planCoordinators}`,
  }),
});

async function addParticipants(
  work: Work,
  plan: ActionPlan,
  inputs: readonly ParticipantInput[],
): Promise<void> {
  const seen = new Set<string>();
  for (const [at, { organisationId, role }] of inputs.entries()) {
    const path = `input.participants.${at}`;
    const organisation = await work.find(Organisation, organisationId, `${path}.organisationId`);
    const part = `${organisation.id} ${role}`;
    if (seen.has(part)) throw badField(`${path}.role`, participantOnce.en, participantOnce.id);
    seen.add(part);
    work.create(Participant, { id: newId(), plan, organisation, role, sources: [] });
  }
}
