import { allow, coordinating, type Grant, grantIn, type Viewer } from "../../access/index.js";
import { coordinatesAction, type PlanFacts } from "../plans/index.js";

// Who may do what in a deliberation (domain, "Who may do what").

/** The organisation that convenes a deliberation, by its id. */
export interface Convened {
  convener: string;
}

/** Who conducts a deliberation, for descriptions. */
export const conveners = "For the COORDINATOR and ADMIN of its convener.";

/** The convener's coordinators prepare, conduct and close it, and record its outcomes. */
const convenes = (viewer: Viewer, { convener }: Convened): Grant | undefined =>
  grantIn(viewer, [convener], coordinating);

export const mayConvene = allow<Convened>("deliberation.convene", convenes);
export const mayUpdateDeliberation = allow<Convened>("deliberation.update", convenes);
export const mayConduct = allow<Convened>("deliberation.conduct", convenes);
export const mayInvite = allow<Convened>("deliberation.invite", convenes);
export const mayDecide = allow<Convened>("outcome.decide", convenes);
export const mayRecordOutcome = allow<Convened>("outcome.record", convenes);

/** An invited organisation, and who convenes. */
export interface Invited extends Convened {
  organisation: string;
}

/** Who sees to an invitation, for descriptions. */
export const attendants =
  "For the COORDINATOR and ADMIN of the convener, and of the invited organisation itself.";

/** Coordinators of the convener and of the invited organisation. */
const convenesOrIsInvited = (viewer: Viewer, { convener, organisation }: Invited) =>
  grantIn(viewer, [organisation, convener], coordinating);

export const mayRecordAttendance = allow<Invited>("attendance.record", convenesOrIsInvited);
export const mayNameDelegates = allow<Invited>("delegates.name", convenesOrIsInvited);

/** On whose behalf something is said. */
export interface Speaking {
  organisation: string;
}

/** Who speaks for an organisation, for descriptions. */
export const speakers = "For the COORDINATOR and ADMIN of that organisation.";

/** Coordinators speak for their own organisation. */
const speaks = (viewer: Viewer, { organisation }: Speaking): Grant | undefined =>
  grantIn(viewer, [organisation], coordinating);

export const mayPropose = allow<Speaking>("outcome.propose", speaks);
export const mayTakePosition = allow<Speaking>("position.take", speaks);
export const mayAcknowledge = allow<Speaking>("minutes.acknowledge", speaks);

/** The facts for amending an outcome: its proposer while it attends, and the convener. */
export interface Amending extends Convened {
  /** The organisation that proposed it, if it attends. */
  proposer: string | undefined;
  onBehalfOf: string | undefined;
}

/** The proposer's and the convener's coordinators amend an outcome. */
export const mayAmend = allow<Amending>(
  "outcome.amend",
  (viewer, { convener, proposer, onBehalfOf }) => {
    const candidates = [proposer, convener].filter((id) => !onBehalfOf || id === onBehalfOf);
    return grantIn(viewer, candidates, coordinating);
  },
);

/** An outcome becomes an action where the requester coordinates that action. */
export const mayAdopt = allow<PlanFacts>("outcome.adopt", coordinatesAction);
