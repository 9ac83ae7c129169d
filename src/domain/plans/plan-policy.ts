import type { EntityManager } from "@mikro-orm/postgresql";
import {
  allow,
  contributing,
  coordinating,
  type Grant,
  grantIn,
  type Viewer,
} from "../../access/index.js";
import { exists, type RowRef, rowOf, type Sql, sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { Action } from "./action.js";
import { ActionPlan } from "./action-plan.js";
import { ParticipantRole } from "./enums.js";
import { Participant } from "./participant.js";

// The policies of plans and everything that belongs to them (domain, "Who may do what").

/** The facts that the policies of a plan need: organisation ids. */
export interface PlanFacts {
  lead: string;
  programmeOwner: string;
  accountable: readonly string[];
  participants: readonly string[];
  /** The lead of the action in question, if there is an action. */
  actionLead?: string | undefined;
}

/** The facts of a plan, read in one statement within the transaction. */
export async function planFacts(em: EntityManager, planId: string): Promise<PlanFacts> {
  const facts = sql<PlanFacts>`
    select p.lead_id as lead, pr.owner_id as "programmeOwner",
      coalesce((select array_agg(organisation_id) from participant
        where plan_id = p.id and role = ${ParticipantRole.ACCOUNTABLE}::participant_role), '{}') as accountable,
      coalesce((select array_agg(distinct organisation_id) from participant where plan_id = p.id), '{}') as participants
    from action_plan p join programme pr on pr.id = p.programme_id where p.id = ${planId}`;
  const { rows } = await facts.execute(em.getKysely());
  const found = rows[0];
  if (!found) throw new Error(`The plan ${planId} does not exist`);
  return found;
}

/** The facts of an action's plan, with the action's lead. */
export async function actionFacts(action: Action, em: EntityManager): Promise<PlanFacts> {
  return { ...(await planFacts(em, action.plan.id)), actionLead: action.lead?.id };
}

/**
 * The viewer's organisations that take part in a plan that meets the condition: in any role, or as
 * lead of the plan or of an action.
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
      and ${participant.column("organisation_id")} = ${own}`,
  );
  const leadsAction = exists(
    Action,
    plan,
    (action) => sql`${action.column("plan_id")} = ${id} and ${action.column("lead_id")} = ${own}`,
  );
  const statement = sql<{ id: string }>`
    select own.id from unnest(${[...viewer.memberships.keys()]}::uuid[]) as own(id)
    where exists (select 1 from ${plan.source} where ${condition(plan)}
      and (${plan.column("lead_id")} = ${own} or ${takesPart} or ${leadsAction}))
    order by own.id`;
  const { rows } = await statement.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/**
 * The grant of a plan's coordinators: those of its lead, of an accountable organisation, or of the
 * programme's owner.
 */
const coordinates = (viewer: Viewer, plan: PlanFacts): Grant | undefined =>
  grantIn(viewer, [plan.lead, ...plan.accountable, plan.programmeOwner], coordinating);

/** The coordinators of a plan, in words for descriptions. */
export const planCoordinators =
  "For the COORDINATOR and ADMIN of the plan's lead, of its accountable organisations, and of its programme's owner.";

/** The organisations that take part: in any role, or as lead of the plan or of the action. */
const involved = ({ lead, actionLead, participants }: PlanFacts): (string | undefined)[] => [
  actionLead,
  lead,
  ...participants,
];

/** Creating a plan: the coordinators of its lead, and of the programme's owner. */
export const mayCreatePlan = allow<{ lead: string; programmeOwner: string }>(
  "plan.create",
  (viewer, { lead, programmeOwner }) => grantIn(viewer, [lead, programmeOwner], coordinating),
);

export const mayUpdatePlan = allow<PlanFacts>("plan.update", coordinates);
export const mayChangePlanStatus = allow<PlanFacts>("plan.changeStatus", coordinates);
export const mayManageParticipants = allow<PlanFacts>("plan.manageParticipants", coordinates);
export const mayAddAction = allow<PlanFacts>("action.add", coordinates);

/** The grant of an action's coordinators: those of the plan, and of the action's own lead. */
export const coordinatesAction = (viewer: Viewer, plan: PlanFacts): Grant | undefined =>
  coordinates(viewer, plan) ?? grantIn(viewer, [plan.actionLead], coordinating);

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
