import type { EntityManager } from "@mikro-orm/postgresql";
import { type AccessScope } from "../../access/index.js";
import { from, type RowRef, rowOf, type Sql, sql } from "../../reading/index.js";
import {
  Action,
  ActionPlan,
  Contribution,
  narrowedByVisibility,
  Participant,
  visiblePlan,
} from "../plans/index.js";
import { Programme } from "../programmes/index.js";
import { wholeUniversity } from "./whole-university.js";

/** The subject of an assessment, by id: an area or a plan, and the programme whose owner publishes it. */
export interface Subject {
  area: string | undefined;
  plan: string | undefined;
  programme: string | undefined;
}

/** A part of a university in what it would assess. */
export interface Tie {
  role: TieRole;
  /** True if the requester may see the part. */
  seen: boolean;
}

/** The parts that make a university unfit to assess, in words. A refusal names the first that is seen. */
export const tieRoles = {
  LEAD: { en: "leads it", id: "memimpinnya" },
  FUNDING: { en: "funds it", id: "mendanainya" },
  ACCOUNTABLE: { en: "is accountable for it", id: "bertanggung jawab atasnya" },
  IMPLEMENTING: { en: "carries it out", id: "melaksanakannya" },
  CONTRIBUTING: {
    en: "gives it more than its expertise",
    id: "memberinya lebih daripada keahlian",
  },
  OWNER: { en: "owns its programme", id: "memiliki programnya" },
} as const;
type TieRole = keyof typeof tieRoles;

/**
 * The ties of a university to one plan, as a relation with `role` and `seen`. Only a part that it accepted
 * counts: nobody makes it unfit to assess by naming it. What it gave or pledged counts whatever its kind,
 * except its expertise.
 */
function tiesTo(plan: RowRef, scope: AccessScope): Sql {
  const [id, isPart] = [plan.column("id"), sql`in (select id from part)`];
  const action = from(Action, plan);
  const participant = from(Participant, plan);
  const contribution = from(Contribution, plan);
  const role = sql`case when ${contribution.column("kind")} in ('FUNDS', 'CAPITAL_INCENTIVE')
    then 'FUNDING' else 'CONTRIBUTING' end`;
  return sql`
    select 'LEAD' as role, true as seen
      where ${plan.column("lead_id")} ${isPart} and ${plan.column("lead_status")} = 'ACCEPTED'
    union all select 'LEAD', true from ${action.source}
      where ${action.column("plan_id")} = ${id} and ${action.column("lead_id")} ${isPart}
        and ${action.column("lead_status")} = 'ACCEPTED'
    union all select ${participant.column("role")}::text, true from ${participant.source}
      where ${participant.column("plan_id")} = ${id} and ${participant.column("organisation_id")} ${isPart}
        and ${participant.column("status")} = 'ACCEPTED' and ${participant.column("role")} <> 'EXTENDING'
    union all select ${role}, ${narrowedByVisibility(scope, contribution)} from ${contribution.source}
      where ${contribution.column("plan_id")} = ${id} and ${contribution.column("organisation_id")} ${isPart}
        and ${contribution.column("status")} <> 'WITHDRAWN' and ${contribution.column("kind")} <> 'EXPERTISE'`;
}

/**
 * The tie of a university to a plan, to any plan of an area, or to the programme; undefined when it has
 * none. One that the requester may see comes first.
 */
export async function tieOf(
  em: EntityManager,
  scope: AccessScope,
  university: string,
  subject: Subject,
): Promise<Tie | undefined> {
  const plan = rowOf(ActionPlan);
  const programme = from(Programme, plan);
  const isSubject = subject.plan
    ? sql`${plan.column("id")} = ${subject.plan}`
    : sql`${plan.column("area_id")} = ${subject.area}`;
  const statement = sql<Tie>`
    with part as ${wholeUniversity(university)}
    select role, seen from (
      select tie.role, tie.seen and ${visiblePlan(scope, plan)} as seen
        from ${plan.source} cross join lateral (${tiesTo(plan, scope)}) as tie where ${isSubject}
      union all select 'OWNER', true from ${programme.source}
        where ${programme.column("id")} = ${subject.programme ?? null}
          and ${programme.column("owner_id")} in (select id from part)) as tie
    order by seen desc, array_position(${Object.keys(tieRoles)}::text[], role) limit 1`;
  const { rows } = await statement.execute(em.getKysely());
  return rows[0];
}
