import type { EntityManager } from "@mikro-orm/postgresql";
import { scopeOf } from "../../access/index.js";
import { HubError } from "../../platform/errors.js";
import { rowOf, type Sql, sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { ActionPlan, ParticipantRole, visiblePlan } from "../plans/index.js";
import { Sector } from "../stakeholders/index.js";

// Independence (rule 4 of the domain). A university does not assess a plan that it leads, funds (by its role,
// or by money that it pledged) or carries out. The second reader comes from another organisation. The rule
// covers the whole university: its parts, for example institutes, count as the university, and an institute
// may assess only what the whole university may.

/** The subject of an assessment, by id: an area or a plan. */
export interface Subject {
  area: string | undefined;
  plan: string | undefined;
}

/** These organisations with all their parts. */
const partsOf = (organisations: Sql): Sql => sql`
  with recursive part(id) as (
    ${organisations}
    union select o.id from organisation o join part on o.parent_id = part.id)
  select id from part`;

/** The whole university of an organisation: itself, the universities above it, and all their parts. */
const wholeUniversity = (university: string): Sql =>
  sql`(${partsOf(sql`
    select id from (
      with recursive above(id, parent_id) as (
        select o.id, o.parent_id from organisation o where o.id = ${university}
        union select o.id, o.parent_id from organisation o join above on o.id = above.parent_id
          where o.sector = ${Sector.UNIVERSITY}::sector)
      select id from above) as universities`)})`;

const dependent: readonly string[] = [ParticipantRole.FUNDING, ParticipantRole.IMPLEMENTING];

interface Tie {
  plan: string;
  role: string;
}

const roleTexts: Record<string, { en: string; id: string }> = {
  LEAD: { en: "leads it", id: "memimpinnya" },
  FUNDING: { en: "funds it", id: "mendanainya" },
  IMPLEMENTING: { en: "carries it out", id: "melaksanakannya" },
};

/**
 * The role of a university in a plan, or in a plan of an area; undefined when it has none. Only a part that
 * it accepted counts: nobody makes it unfit to assess by naming it.
 */
async function tieOf(em: EntityManager, university: string, { area, plan }: Subject) {
  const plans = plan ? sql`p.id = ${plan}` : sql`p.area_id = ${area}`;
  const statement = sql<Tie>`
    with part as ${wholeUniversity(university)}
    select plan, role from (
      select p.id as plan, 'LEAD' as role from action_plan p
        where ${plans} and p.lead_id in (select id from part) and p.lead_status = 'ACCEPTED'
      union all select p.id, 'LEAD' from action_plan p join action a on a.plan_id = p.id
        where ${plans} and a.lead_id in (select id from part) and a.lead_status = 'ACCEPTED'
      union all select p.id, t.role::text from action_plan p join participant t on t.plan_id = p.id
        where ${plans} and t.organisation_id in (select id from part) and t.status = 'ACCEPTED'
          and t.role::text in (${sql.join(dependent)})
      union all select p.id, 'FUNDING' from action_plan p join contribution c on c.plan_id = p.id
        where ${plans} and c.organisation_id in (select id from part)
          and c.kind in ('FUNDS', 'CAPITAL_INCENTIVE') and c.status <> 'WITHDRAWN') tie
    limit 1`;
  const { rows } = await statement.execute(em.getKysely());
  return rows[0];
}

/**
 * Passes when the university leads, funds and implements nothing of the subject; else FORBIDDEN. The error
 * names the university's role only if the requester may see the plan.
 */
export async function checkIndependent(
  { em, viewer }: Work,
  university: string,
  subject: Subject,
  path: string,
): Promise<void> {
  const tie = await tieOf(em, university, subject);
  if (!tie) return;
  const plan = rowOf(ActionPlan);
  const seen = sql`select 1 from ${plan.source}
    where ${plan.column("id")} = ${tie.plan} and ${visiblePlan(scopeOf(viewer), plan)}`;
  const role = (await seen.execute(em.getKysely())).rows.length > 0 ? tie.role : null;
  const { en, id } = roleTexts[role ?? ""] ?? {
    en: "has a part in it",
    id: "berperan di dalamnya",
  };
  const text = {
    en: `The university cannot assess a plan if it ${en} (independence).`,
    id: `Perguruan tinggi tidak dapat menilai rencana bila ${id} (independensi).`,
  };
  const details = { reason: "NOT_INDEPENDENT", ...(role ? { role } : {}) };
  throw new HubError("FORBIDDEN", text, details, [{ path, message: text }]);
}

/** Passes when the reviewing organisation is neither part of the university nor above it; else FORBIDDEN. */
export function checkReviewer(
  em: EntityManager,
  university: string,
  reviewer: string,
  path: string,
): Promise<void> {
  const above = sql`${university}::uuid in (${partsOf(sql`select ${reviewer}::uuid`)})`;
  return checkElsewhere(
    em,
    sql`${reviewer}::uuid in ${wholeUniversity(university)} or ${above}`,
    path,
  );
}

/** Passes when a person is in no organisation of the university; else FORBIDDEN. */
export function checkReader(
  em: EntityManager,
  university: string,
  organisations: Iterable<string>,
  path: string,
): Promise<void> {
  const of = sql.join([...organisations].map((id) => sql`${id}::uuid`));
  const belongs = sql`exists (select 1 from ${wholeUniversity(university)} whole where whole.id in (${of}))`;
  return checkElsewhere(em, belongs, path);
}

async function checkElsewhere(em: EntityManager, belongs: Sql, path: string): Promise<void> {
  const { rows } = await sql`select 1 where ${belongs}`.execute(em.getKysely());
  if (rows.length === 0) return;
  const text = {
    en: "A reviewer cannot come from the assessing university (independence).",
    id: "Penelaah tidak boleh berasal dari perguruan tinggi yang menilai (independensi).",
  };
  throw new HubError("FORBIDDEN", text, { reason: "NOT_INDEPENDENT" }, [{ path, message: text }]);
}
