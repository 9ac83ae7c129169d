import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { Adoption } from "./adoption/adoption.js";
import { AdoptOutcomeInput } from "./adoption/adoption-inputs.js";
import { AdoptionService } from "./adoption/adoption-service.js";
import { Deliberation } from "./deliberation.js";
import {
  ConveneDeliberationInput,
  DeliberationStepInput,
  UpdateDeliberationInput,
} from "./deliberation-inputs.js";
import { DeliberationService } from "./deliberation-service.js";
import { Invitation } from "./invitations/invitation.js";
import {
  AttendanceInput,
  InviteOrganisationInput,
  NameDelegatesInput,
} from "./invitations/invitation-inputs.js";
import { InvitationService } from "./invitations/invitation-service.js";
import { Acknowledgement } from "./minutes/acknowledgement.js";
import { Minutes } from "./minutes/minutes.js";
import { AcknowledgeMinutesInput } from "./minutes/minutes-inputs.js";
import { MinutesService } from "./minutes/minutes-service.js";
import { DecisionService } from "./outcomes/decision-service.js";
import { Outcome } from "./outcomes/outcome.js";
import {
  AmendOutcomeInput,
  OutcomeRefusalInput,
  OutcomeStepInput,
  ProposeOutcomeInput,
  RecordOutcomeInput,
} from "./outcomes/outcome-inputs.js";
import { OutcomePosition } from "./outcomes/outcome-position.js";
import { OutcomeService } from "./outcomes/outcome-service.js";
import { ChangePositionInput, TakePositionInput } from "./outcomes/position-inputs.js";
import { PositionService } from "./outcomes/position-service.js";

const conveners = "For the COORDINATOR and ADMIN of its convener.";
const attendants =
  "For the COORDINATOR and ADMIN of the convener, and of the invited organisation itself.";
const speakers = "For the COORDINATOR and ADMIN of that organisation.";

const deliberation = ["deliberation", () => Deliberation] as const;
const invitation = ["invitation", () => Invitation] as const;
const outcome = ["outcome", () => Outcome] as const;
const position = ["outcomePosition", () => OutcomePosition] as const;
const minutes = ["minutes", () => Minutes] as const;

const deliberationMutations = (ledger: Ledger): Class =>
  mutations(new DeliberationService(ledger), {
    conveneDeliberation: {
      input: ConveneDeliberationInput,
      noun: deliberation,
      description: `Begins a deliberation, as DRAFT. ${conveners}`,
    },
    updateDeliberation: {
      input: UpdateDeliberationInput,
      noun: deliberation,
      description: `Changes a deliberation that is not over. ${conveners}`,
    },
    scheduleDeliberation: {
      input: DeliberationStepInput,
      noun: deliberation,
      description: `Says that the invitations are out. ${conveners}`,
    },
    openDeliberation: {
      input: DeliberationStepInput,
      noun: deliberation,
      description: `Begins the session: attendance, outcomes and positions are live. ${conveners}`,
    },
    cancelDeliberation: {
      input: DeliberationStepInput,
      noun: deliberation,
      description: `Calls a deliberation off before it begins. ${conveners}`,
    },
  });

const invitationMutations = (ledger: Ledger): Class =>
  mutations(new InvitationService(ledger), {
    inviteOrganisation: {
      input: InviteOrganisationInput,
      noun: invitation,
      description: `Invites a further organisation, also while in session. ${conveners}`,
    },
    withdrawInvitation: {
      input: RemovalInput,
      description: `Takes an invitation back before the session; in session only one that was made in session and on which nobody came. ${conveners}`,
    },
    nameDelegates: {
      input: NameDelegatesInput,
      noun: invitation,
      description: `Says who speaks for an invited organisation. ${attendants}`,
    },
    recordArrival: {
      input: AttendanceInput,
      noun: invitation,
      description: `Says that an invited organisation is there. ${attendants}`,
    },
    recordDeparture: {
      input: AttendanceInput,
      noun: invitation,
      description: `Says that an organisation is gone; its positions count no longer. ${attendants}`,
    },
  });

const outcomeMutations = (ledger: Ledger): Class =>
  mutations(new OutcomeService(ledger), {
    proposeOutcome: {
      input: ProposeOutcomeInput,
      noun: outcome,
      description: `Proposes an outcome on behalf of an organisation that attends, or of the convener. ${speakers}`,
    },
    recordOutcome: {
      input: RecordOutcomeInput,
      noun: outcome,
      description: `Records what was agreed in a meeting held without the hub. ${conveners}`,
    },
    amendOutcome: {
      input: AmendOutcomeInput,
      noun: outcome,
      description:
        "Words an outcome anew, which clears the positions. For the COORDINATOR and ADMIN of the convener, and of the proposing organisation while it attends.",
    },
  });

const positionMutations = (ledger: Ledger): Class =>
  mutations(new PositionService(ledger), {
    takePosition: {
      input: TakePositionInput,
      noun: position,
      also: outcome,
      description: `Takes a position on an outcome's current text, once an organisation. ${speakers}`,
    },
    changePosition: {
      input: ChangePositionInput,
      noun: position,
      also: outcome,
      description: `Takes another stance, as when an objection is withdrawn. ${speakers}`,
    },
  });

const decisionMutations = (ledger: Ledger): Class =>
  mutations(new DecisionService(ledger), {
    agreeOutcome: {
      input: OutcomeStepInput,
      noun: outcome,
      description: `Agrees an outcome by mufakat: its quorum holds and nobody who attends objects. ${conveners}`,
    },
    openVote: {
      input: OutcomeStepInput,
      noun: outcome,
      description: `Puts an outcome to a vote, since somebody objects; positions are the votes. ${conveners}`,
    },
    closeVote: {
      input: OutcomeStepInput,
      noun: outcome,
      description: `Counts the votes: AGREED when more agree than object, else REJECTED. ${conveners}`,
    },
    deferOutcome: {
      input: OutcomeRefusalInput,
      noun: outcome,
      description: `Puts an outcome off to a later deliberation. ${conveners}`,
    },
    rejectOutcome: {
      input: OutcomeRefusalInput,
      noun: outcome,
      description: `Rejects an outcome. ${conveners}`,
    },
  });

const minutesMutations = (ledger: Ledger): Class =>
  mutations(new MinutesService(ledger), {
    closeDeliberation: {
      input: DeliberationStepInput,
      noun: deliberation,
      also: minutes,
      description: `Closes a deliberation with its minutes; what is undecided is deferred. ${conveners}`,
    },
    acknowledgeMinutes: {
      input: AcknowledgeMinutesInput,
      noun: ["acknowledgement", () => Acknowledgement],
      also: minutes,
      description: `Acknowledges minutes for an organisation that attended. ${speakers}`,
    },
  });

const adoptionMutations = (ledger: Ledger): Class =>
  mutations(new AdoptionService(ledger), {
    adoptOutcome: {
      input: AdoptOutcomeInput,
      noun: ["adoption", () => Adoption],
      also: outcome,
      description:
        "Makes an action of a plan from an agreed outcome, or links one. For who may add actions to that plan, or change that action.",
    },
    removeAdoption: {
      input: RemovalInput,
      description: "Takes such a link back; the action stays. For who may change that action.",
    },
  });

/** The mutations of deliberations, from convening them to what their outcomes become. */
export const deliberationGroupMutations = (ledger: Ledger): Class[] => [
  deliberationMutations(ledger),
  invitationMutations(ledger),
  outcomeMutations(ledger),
  positionMutations(ledger),
  decisionMutations(ledger),
  minutesMutations(ledger),
  adoptionMutations(ledger),
];
