/**
 * Every action that the hub knows, closed: what is not here cannot be asked, and what has no policy
 * is refused. Named after the noun and what is done to it.
 */
export const actions = [
  "organisation.create",
  "organisation.update",
  "organisation.manageMembers",
  "organisation.manageKeys",
  "programme.create",
  "programme.update",
  "area.create",
  "area.update",
  "plan.create",
  "plan.update",
  "plan.changeStatus",
  "plan.manageParticipants",
  "action.add",
  "action.update",
  "action.changeStatus",
  "milestone.add",
  "milestone.update",
  "milestone.complete",
  "contribution.pledge",
  "contribution.change",
  "progress.report",
  "deliberation.convene",
  "deliberation.update",
  "deliberation.conduct",
  "deliberation.invite",
  "attendance.record",
  "delegates.name",
  "outcome.propose",
  "outcome.record",
  "outcome.amend",
  "outcome.decide",
  "outcome.adopt",
  "position.take",
  "minutes.acknowledge",
] as const;

/** One of the closed list of actions. */
export type Action = (typeof actions)[number];
