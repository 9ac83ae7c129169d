import {
  type Clash,
  changing,
  creating,
  removing,
  useCases,
  type VersionedNoun,
  type Work,
} from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { checkPlanTakes, holdPlan } from "./closed.js";
import { ParticipantStatus, participantLifecycle } from "./enums.js";
import { answerOf } from "./invited.js";
import { Participant } from "./participant.js";
import { AddParticipantInput, AnswerPartInput } from "./plan-inputs.js";
import {
  mayAnswerParticipation,
  mayManageParticipants,
  named,
  planCoordinators,
  planFacts,
} from "./plan-policy.js";
import { lockAction, setProgress, setProgressOfPlan } from "./progress.js";

/** The rule that an organisation has a role in a plan once. */
export const participantOnce: Clash = {
  constraint: "participant_once",
  path: "input.role",
  en: "is already held by this organisation",
  id: "sudah dipegang lembaga ini",
};

/** A use case by which a named organisation answers for its part. */
const answering = (to: ParticipantStatus, description: string) =>
  changing({
    of: Participant,
    input: AnswerPartInput,
    may: mayAnswerParticipation,
    facts: ({ organisation }) => ({ organisation: organisation.id }),
    populate: ["plan"],
    description: `${description} ${named}`,
    run(part) {
      participantLifecycle.check(part.status, to, "input.id");
      part.status = to;
    },
  });

/** A plan or an action: a noun with a lead who has to accept. */
type Led = VersionedNoun & Pick<Action, "lead" | "leadStatus">;

/** A noun with a lead: what is read and locked for its answer, and what follows from it for progress. */
interface Leading<T extends Led> {
  of: new () => T;
  populate: readonly string[];
  lock?(work: Work, id: string): Promise<void>;
  settle(work: Work, noun: T): Promise<void>;
}

const ofPlan: Leading<ActionPlan> = { of: ActionPlan, populate: [], settle: setProgressOfPlan };

const ofAction: Leading<Action> = {
  of: Action,
  populate: ["plan"],
  lock: lockAction,
  settle: setProgress,
};

/** A use case by which a named organisation answers whether it leads a plan or an action. */
const answeringLead = <T extends Led>(
  { settle, ...noun }: Leading<T>,
  to: ParticipantStatus,
  description: string,
) =>
  changing({
    ...noun,
    input: AnswerPartInput,
    may: mayAnswerParticipation,
    facts: ({ lead }: T) => ({ organisation: lead?.id }),
    description: `${description} ${named}`,
    async run(led: T, _: AnswerPartInput, work: Work) {
      const from = led.leadStatus ?? ParticipantStatus.DECLINED;
      participantLifecycle.check(from, to, "input.id");
      led.leadStatus = to;
      await settle(work, led);
    },
  });

const { ACCEPTED, DECLINED, LEFT } = ParticipantStatus;

/** The mutations on the parts of organisations in plans. */
export const participationMutations = useCases({
  addParticipant: creating({
    of: Participant,
    input: AddParticipantInput,
    description: `Invites an organisation to a plan in a role; it takes part once it accepts (\`acceptParticipation\`). If the requester coordinates for it too, it has accepted. ${planCoordinators}`,
    clashes: [participantOnce],
    async run({ planId, organisationId, role }, work, id) {
      await holdPlan(work, planId);
      const plan = await work.find(ActionPlan, planId, "input.planId");
      work.authorise(mayManageParticipants, await planFacts(work.em, plan.id));
      checkPlanTakes(plan, "PARTICIPANT", "input.planId");
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      const status = answerOf(work, organisation.id);
      work.create(Participant, { id, plan, organisation, role, status, sources: [] });
    },
  }),

  removeParticipant: removing({
    of: Participant,
    may: mayManageParticipants,
    facts: ({ plan }, { em }) => planFacts(em, plan.id),
    populate: ["plan"],
    description: `Removes a role of an organisation from a plan. ${planCoordinators}`,
  }),

  acceptParticipation: answering(ACCEPTED, "Accepts an organisation's part in a plan."),
  declineParticipation: answering(DECLINED, "Declines a part to which an organisation is invited."),
  leaveParticipation: answering(LEFT, "Gives up an organisation's part in a plan."),

  acceptPlanLead: answeringLead(ofPlan, ACCEPTED, "Accepts to lead a plan."),
  declinePlanLead: answeringLead(ofPlan, DECLINED, "Declines to lead a plan."),
  acceptActionLead: answeringLead(ofAction, ACCEPTED, "Accepts to lead an action."),
  declineActionLead: answeringLead(ofAction, DECLINED, "Declines to lead an action."),
});
