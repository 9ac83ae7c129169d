import { allow, coordinating, type Grant, grantIn, type Viewer } from "../../access/index.js";
import { coordinatesAction, type PlanFacts } from "../plans/index.js";

// The policies of deliberations (domain, "Who may do what").

/** The facts about a deliberation: the id of the organisation that convenes it. */
export interface Convened {
  convener: string;
}

/** The roles that conduct a deliberation, for descriptions. */
export const conveners = "For the COORDINATOR and ADMIN of its convener.";

/** The grant for the convener's coordinators: they prepare, conduct and close it, and record its outcomes. */
const convenes = (viewer: Viewer, { convener }: Convened): Grant | undefined =>
  grantIn(viewer, [convener], coordinating);

export const mayConvene = allow<Convened>("deliberation.convene", convenes);
export const mayUpdateDeliberation = allow<Convened>("deliberation.update", convenes);
export const mayConduct = allow<Convened>("deliberation.conduct", convenes);
export const mayInvite = allow<Convened>("deliberation.invite", convenes);
export const mayDecide = allow<Convened>("outcome.decide", convenes);
export const mayRecordOutcome = allow<Convened>("outcome.record", convenes);

/** The facts about an invitation: the invited organisation and the convener. */
export interface Invited extends Convened {
  organisation: string;
}

/** The roles that manage an invitation, for descriptions. */
export const attendants =
  "For the COORDINATOR and ADMIN of the convener, and of the invited organisation itself.";

/** The grant for coordinators of the convener and of the invited organisation. */
const convenesOrIsInvited = (viewer: Viewer, { convener, organisation }: Invited) =>
  grantIn(viewer, [organisation, convener], coordinating);

export const mayRecordAttendance = allow<Invited>("attendance.record", convenesOrIsInvited);
export const mayNameDelegates = allow<Invited>("delegates.name", convenesOrIsInvited);

/** The facts about a statement: the organisation that makes it. */
export interface Speaking {
  organisation: string;
}

/** The roles that speak for an organisation, for descriptions. */
export const speakers = "For the COORDINATOR and ADMIN of that organisation.";

/** The grant for coordinators, who speak for their own organisation. */
const speaks = (viewer: Viewer, { organisation }: Speaking): Grant | undefined =>
  grantIn(viewer, [organisation], coordinating);

export const mayPropose = allow<Speaking>("outcome.propose", speaks);
export const mayTakePosition = allow<Speaking>("position.take", speaks);
export const mayAcknowledge = allow<Speaking>("minutes.acknowledge", speaks);

/** The facts about an amendment: the organisations that may amend an outcome, and the one that does. */
export interface Amending extends Convened {
  /** The organisation that proposed it; undefined when it does not attend. */
  proposer: string | undefined;
  onBehalfOf: string | undefined;
}

/** The policy for amendments: coordinators of the proposer and of the convener. */
export const mayAmend = allow<Amending>(
  "outcome.amend",
  (viewer, { convener, proposer, onBehalfOf }) => {
    const candidates = [proposer, convener].filter((id) => !onBehalfOf || id === onBehalfOf);
    return grantIn(viewer, candidates, coordinating);
  },
);

/** The policy for adoptions: the requester must coordinate the action. */
export const mayAdopt = allow<PlanFacts>("outcome.adopt", coordinatesAction);
