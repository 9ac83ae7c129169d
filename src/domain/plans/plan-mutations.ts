import { badField, type Language } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import {
  assignGiven,
  changing,
  checkPeriod,
  creating,
  givenTitle,
  keyFor,
  listedText,
  refused,
  sourcesOf,
  textIn,
  useCases,
  Visibility,
  type Work,
} from "../common/index.js";
import {
  Acceptance,
  Area,
  acceptProposal,
  Programme,
  proposalOwners,
  proposalTo,
  refuseProposal,
} from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { lockPlan } from "./closed.js";
import { ActionPlanStatus, ActionStatus, planLifecycle } from "./enums.js";
import { answerOf } from "./invited.js";
import { Participant } from "./participant.js";
import { participantOnce } from "./participation-mutations.js";
import {
  AnswerActionPlanInput,
  ChangeActionPlanStatusInput,
  CreateActionPlanInput,
  type ParticipantInput,
  UpdateActionPlanInput,
} from "./plan-inputs.js";
import {
  mayAnswerPlan,
  mayChangePlanStatus,
  mayCreatePlan,
  mayUpdatePlan,
  planCoordinators,
  planFacts,
} from "./plan-policy.js";
import { setProgressOfPlan } from "./progress.js";

const ofPlan = {
  of: ActionPlan,
  facts: ({ id }: ActionPlan, { em }: Work) => planFacts(em, id),
};

const answer = {
  of: ActionPlan,
  input: AnswerActionPlanInput,
  may: mayAnswerPlan,
  facts: (plan: ActionPlan) => plan,
};

/** The mutations on action plans. */
export const planMutations = useCases({
  createActionPlan: creating({
    of: ActionPlan,
    input: CreateActionPlanInput,
    description:
      "Creates a plan: as DRAFT for coordinators of the programme's owner, else as PROPOSED, hidden from others until the owner accepts it (`acceptActionPlan`). A plan in an area of another programme needs the acceptance of that programme's owner too. For the COORDINATOR and ADMIN of its lead and of its programme's owner.",
    clashes: [participantOnce],
    async run(input, work, id) {
      const programme = await work.find(Programme, input.programmeId, "input.programmeId");
      const lead = await work.find(Organisation, input.leadId, "input.leadId");
      work.authorise(mayCreatePlan, { lead: lead.id, programmeOwner: programme.owner.id });
      checkPeriod(input.startsOn, input.endsOn);
      const { summary, areaId, startsOn, endsOn, visibility } = input;
      const titleText = givenTitle(input);
      const name = listedText(titleText);
      const area = areaId ? await work.find(Area, areaId, "input.areaId", ["programme"]) : null;
      const proposal = proposalTo(work, [programme.owner.id, area?.programme?.owner.id]);
      const plan = work.create(ActionPlan, {
        id,
        key: await keyFor(work, ActionPlan, { given: input.key, name, id, isOpen: false }),
        titleText,
        summary: summary ?? null,
        programme,
        area,
        lead,
        leadStatus: answerOf(work, lead.id),
        ...proposal,
        status: statusOf(proposal),
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
      plan.titleText = givenTitle(input, plan.titleText);
      assignGiven(plan, input, ["summary", "startsOn", "endsOn", "visibility"]);
      checkPeriod(plan.startsOn, plan.endsOn);
      if (input.leadId && input.leadId.toLowerCase() !== plan.lead.id) {
        plan.lead = await work.find(Organisation, input.leadId, "input.leadId");
        plan.leadStatus = answerOf(work, plan.lead.id);
        await setProgressOfPlan(work, plan);
      }
      if (input.sources) plan.sources = sourcesOf(input.sources);
    },
  }),

  changeActionPlanStatus: changing({
    ...ofPlan,
    input: ChangeActionPlanStatusInput,
    may: mayChangePlanStatus,
    facts: async ({ id, status }, { em }, input) => ({
      ...(await planFacts(em, id)),
      takesUp: status === ActionPlanStatus.PROPOSED && input.status === ActionPlanStatus.ACTIVE,
    }),
    description: `Moves a plan to its next status. ${planCoordinators} From PROPOSED to ACTIVE only for those of its programme's owner.`,
    lock: lockPlan,
    async run(plan, { status }, work) {
      planLifecycle.check(plan.status, status, "input.status");
      if (status === ActionPlanStatus.ACTIVE) checkAccepted(plan);
      if (status === ActionPlanStatus.COMPLETED) await checkActionsClosed(work, plan);
      plan.status = status;
    },
  }),

  acceptActionPlan: changing({
    ...answer,
    description: `Accepts a plan that others made in the owner's programme or area. With the last missing yes it is ACTIVE and seen by its audience. ${proposalOwners}`,
    run(plan, _, work) {
      planLifecycle.check(plan.status, ActionPlanStatus.ACTIVE, "input.id");
      if (acceptProposal(plan, "ActionPlan", work)) plan.status = ActionPlanStatus.ACTIVE;
    },
  }),

  refuseActionPlan: changing({
    ...answer,
    description: `Refuses a plan that others made in the owner's programme or area: it is CANCELLED and stays hidden. ${proposalOwners}`,
    run(plan) {
      planLifecycle.check(plan.status, ActionPlanStatus.CANCELLED, "input.id");
      refuseProposal(plan, "ActionPlan");
      plan.status = ActionPlanStatus.CANCELLED;
    },
  }),
});

/** The first status: a plan that needs an owner's yes is proposed from the start. */
const statusOf = ({ acceptance }: Pick<ActionPlan, "acceptance">): ActionPlanStatus =>
  acceptance === Acceptance.ACCEPTED ? ActionPlanStatus.DRAFT : ActionPlanStatus.PROPOSED;

/** Passes for a plan that every owner accepted. */
function checkAccepted({ status, acceptance }: ActionPlan): void {
  if (acceptance === Acceptance.ACCEPTED) return;
  throw refused({
    from: status,
    to: ActionPlanStatus.ACTIVE,
    reason: "NOT_ACCEPTED",
    text: {
      en: "The owner has not accepted the plan. Accept it with acceptActionPlan first.",
      id: "Persetujuan pemilik belum ada. Terimalah rencana dengan acceptActionPlan.",
    },
    path: "input.status",
  });
}

/** Passes for a plan of which every action is completed or cancelled; else it names the first open ones. */
async function checkActionsClosed({ em }: Work, { id, status }: ActionPlan): Promise<void> {
  const closed = [ActionStatus.COMPLETED, ActionStatus.CANCELLED];
  const open = { plan: id, status: { $nin: closed } };
  const [first, count] = await em.findAndCount(Action, open, {
    orderBy: { stage: "asc", id: "asc" },
    limit: 10,
  });
  if (count === 0) return;
  const named = (language: Language) =>
    first.map(({ titleText }) => `“${textIn(titleText, language)}”`).join(", ");
  const more = count > first.length ? { en: " and more", id: " dan lainnya" } : { en: "", id: "" };
  throw refused({
    from: status,
    to: ActionPlanStatus.COMPLETED,
    allowed: planLifecycle.allowed(status).filter((one) => one !== ActionPlanStatus.COMPLETED),
    reason: "ACTIONS_OPEN",
    text: {
      en: `The plan completes when each of its actions is COMPLETED or CANCELLED. Open are ${count}: ${named("en")}${more.en}.`,
      id: `Rencana selesai bila setiap kegiatannya COMPLETED atau CANCELLED. Masih terbuka ${count}: ${named("id")}${more.id}.`,
    },
    path: "input.status",
    details: { open: count, actions: first.map((action) => action.id) },
  });
}

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
    const status = answerOf(work, organisation.id);
    work.create(Participant, { id: newId(), plan, organisation, role, status, sources: [] });
  }
}
