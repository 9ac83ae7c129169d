import type { EntityManager } from "@mikro-orm/postgresql";
import {
  allow,
  contributing,
  coordinating,
  type Grant,
  grantIn,
  type Viewer,
} from "../../access/index.js";
import { anyOf, exists, isAmong, type RowRef, rowOf, type Sql, sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { answersProposal, Programme, type Proposed } from "../programmes/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { ParticipantRole, ParticipantStatus } from "./enums.js";
import { Participant } from "./participant.js";
import { isTakenUp } from "./plan-visibility.js";

// The policies of plans and everything that belongs to them (domain, "Who may do what").

/**
 * The facts that the policies of a plan need: organisation ids. An organisation that was named and has not
 * accepted takes no part: it is in none of them.
 */
export interface PlanFacts {
  lead: string | null;
  programmeOwner: string;
  accountable: readonly string[];
  implementing: readonly string[];
  participants: readonly string[];
  /** The lead of the action in question, if there is an action. */
  actionLead?: string | undefined;
}

/** The facts of a plan, read in one statement within the transaction. */
export async function planFacts(em: EntityManager, planId: string): Promise<PlanFacts> {
  const inRole = (role: ParticipantRole) =>
    sql`coalesce(array_agg(t.organisation_id) filter (where t.role = ${role}::participant_role), '{}')`;
  const facts = sql<PlanFacts>`
    select case when p.lead_status = 'ACCEPTED' then p.lead_id end as lead, pr.owner_id as "programmeOwner",
      ${inRole(ParticipantRole.ACCOUNTABLE)} as accountable,
      ${inRole(ParticipantRole.IMPLEMENTING)} as implementing,
      coalesce(array_agg(distinct t.organisation_id) filter (where t.id is not null), '{}') as participants
    from action_plan p join programme pr on pr.id = p.programme_id
      left join participant t on t.plan_id = p.id and t.status = 'ACCEPTED'
    where p.id = ${planId} group by p.id, pr.id`;
  const { rows } = await facts.execute(em.getKysely());
  const found = rows[0];
  if (!found) throw new Error(`The plan ${planId} does not exist`);
  return found;
}

/** The facts of an action's plan, with the action's lead. */
export async function actionFacts(action: Action, em: EntityManager): Promise<PlanFacts> {
  const isAccepted = action.leadStatus === ParticipantStatus.ACCEPTED;
  const actionLead = isAccepted ? action.lead?.id : undefined;
  return { ...(await planFacts(em, action.plan.id)), actionLead };
}

/**
 * The viewer's organisations that take part in a taken-up plan that meets the condition: in any role, or
 * as lead of the plan or of an action, each by an accepted part.
 */
export async function takingPart(
  { em, viewer }: Work,
  condition: (plan: RowRef) => Sql,
): Promise<string[]> {
  const plan = rowOf(ActionPlan);
  const id = plan.column("id");
  const own = sql.ref("own.id");
  const takesPart = exists(
    Participant,
    plan,
    (participant) => sql`${participant.column("plan_id")} = ${id}
      and ${participant.column("organisation_id")} = ${own}
      and ${participant.column("status")} = 'ACCEPTED'`,
  );
  const leadsAction = exists(
    Action,
    plan,
    (action) => sql`${action.column("plan_id")} = ${id} and ${action.column("lead_id")} = ${own}
      and ${action.column("lead_status")} = 'ACCEPTED'`,
  );
  const leads = sql`(${plan.column("lead_id")} = ${own} and ${plan.column("lead_status")} = 'ACCEPTED')`;
  const statement = sql<{ id: string }>`
    select own.id from unnest(${[...viewer.memberships.keys()]}::uuid[]) as own(id)
    where exists (select 1 from ${plan.source} where ${isTakenUp(plan)} and ${condition(plan)}
      and (${leads} or ${takesPart} or ${leadsAction}))
    order by own.id`;
  const { rows } = await statement.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/**
 * The condition that one of these organisations owns the plan's programme, or takes an accepted part in
 * the plan: what is theirs may then be reported on by the plan's other participants.
 */
export function isSharedWith(plan: RowRef, organisations: readonly string[]): Sql {
  const theirs = (column: Sql) => isAmong(column, organisations, "uuid");
  const owns = exists(
    Programme,
    plan,
    (programme) => sql`${programme.column("id")} = ${plan.column("programme_id")}
      and ${theirs(programme.column("owner_id"))}`,
  );
  const takesPart = exists(
    Participant,
    plan,
    (participant) => sql`${participant.column("plan_id")} = ${plan.column("id")}
      and ${theirs(participant.column("organisation_id"))}
      and ${participant.column("status")} = 'ACCEPTED'`,
  );
  const leads = sql`(${theirs(plan.column("lead_id"))} and ${plan.column("lead_status")} = 'ACCEPTED')`;
  return anyOf([owns, takesPart, leads]);
}

/**
 * The grant of a plan's coordinators: those of its lead, of an accountable organisation, or of the
 * programme's owner.
 */
export const coordinatesPlan = (viewer: Viewer, plan: PlanFacts): Grant | undefined =>
  grantIn(viewer, [plan.lead, ...plan.accountable, plan.programmeOwner], coordinating);

/** The coordinators of a plan, in words for descriptions. */
export const planCoordinators =
  "For the COORDINATOR and ADMIN of the plan's lead, of its accountable organisations, and of its programme's owner.";

/** The organisations that take part: in any role, or as lead of the plan or of the action. */
const involved = ({ lead, actionLead, participants }: PlanFacts): (string | null | undefined)[] => [
  actionLead,
  lead,
  ...participants,
];

/** Creating a plan: the coordinators of its lead, and of the programme's owner. */
export const mayCreatePlan = allow<{ lead: string; programmeOwner: string }>(
  "plan.create",
  (viewer, { lead, programmeOwner }) => grantIn(viewer, [lead, programmeOwner], coordinating),
);

export const mayUpdatePlan = allow<PlanFacts>("plan.update", coordinatesPlan);

/** The facts for a step of a plan: to take it up, from PROPOSED to ACTIVE, is its programme owner's. */
export interface PlanStep extends PlanFacts {
  takesUp: boolean;
}

export const mayChangePlanStatus = allow<PlanStep>("plan.changeStatus", (viewer, plan) =>
  plan.takesUp
    ? grantIn(viewer, [plan.programmeOwner], coordinating)
    : coordinatesPlan(viewer, plan),
);
export const mayManageParticipants = allow<PlanFacts>("plan.manageParticipants", coordinatesPlan);

/** Accepting or refusing a plan that others made: the owners who are asked. */
export const mayAnswerPlan = allow<Proposed>("plan.answer", answersProposal);

/** The roles that answer for a named organisation, in words for descriptions. */
export const named = "For the COORDINATOR and ADMIN of that organisation.";

/** Accepting, declining or leaving a part in a plan: the organisation that is named, and nobody for it. */
export const mayAnswerParticipation = allow<{ organisation: string | undefined }>(
  "participation.answer",
  (viewer, { organisation }) => grantIn(viewer, [organisation], coordinating),
);

export const mayAddAction = allow<PlanFacts>("action.add", coordinatesPlan);

/** The grant of an action's coordinators: those of the plan, and of the action's own lead. */
export const coordinatesAction = (viewer: Viewer, plan: PlanFacts): Grant | undefined =>
  coordinatesPlan(viewer, plan) ?? grantIn(viewer, [plan.actionLead], coordinating);

/** The coordinators of an action, in words for descriptions. */
export const actionCoordinators =
  "For the COORDINATOR and ADMIN of the plan's lead, of its accountable organisations, of its programme's owner, and of the action's lead.";

export const mayUpdateAction = allow<PlanFacts>("action.update", coordinatesAction);
export const mayChangeActionStatus = allow<PlanFacts>("action.changeStatus", coordinatesAction);
export const mayAddMilestone = allow<PlanFacts>("milestone.add", coordinatesAction);
export const mayUpdateMilestone = allow<PlanFacts>("milestone.update", coordinatesAction);
export const mayCompleteMilestone = allow<PlanFacts>("milestone.complete", coordinatesAction);

/**
 * The facts for reporting and pledging: the plan, and the organisation on whose behalf, if the
 * requester names one.
 */
export interface TakingPart {
  plan: PlanFacts;
  onBehalfOf: string | undefined;
}

const takesPart = (viewer: Viewer, { plan, onBehalfOf }: TakingPart): Grant | undefined => {
  const candidates = involved(plan).filter((id) => !onBehalfOf || id === onBehalfOf);
  return grantIn(viewer, candidates, contributing);
};

/**
 * Reporting progress: contributors of an organisation that takes part, and the programme's
 * coordinators.
 */
export const mayReportProgress = allow<TakingPart>("progress.report", (viewer, subject) => {
  const owner = subject.plan.programmeOwner;
  const own = takesPart(viewer, subject);
  if (own || (subject.onBehalfOf && subject.onBehalfOf !== owner)) return own;
  return grantIn(viewer, [owner], coordinating);
});

/** Pledging: contributors of an organisation that takes part, on its behalf. */
export const mayPledge = allow<TakingPart>("contribution.pledge", takesPart);

/** Committing, delivering or withdrawing a contribution: the organisation that gives it. */
export const mayChangeContribution = allow<{ organisation: string }>(
  "contribution.change",
  (viewer, { organisation }) => grantIn(viewer, [organisation], contributing),
);
