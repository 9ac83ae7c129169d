import type { EntityManager } from "@mikro-orm/postgresql";
import { scopeOf } from "../../access/index.js";
import { HubError } from "../../platform/errors.js";
import { rowOf, type Sql, sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { ActionPlan, ParticipantRole, visiblePlan } from "../plans/index.js";
import { Sector } from "../stakeholders/index.js";

// Independence (rule 4 of the domain): nobody assesses what it leads, funds (by its role, or by money
// that it pledged) or carries out, and the second reader comes from elsewhere. A university's parts, as
// its institutes, are the university, and what is part of a university is all of it: an institute too
// can assess only what the whole could.

/** What an assessment is about, by ids: an area or a plan. */
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
const wholeOf = (university: string): Sql =>
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

const inWords: Record<string, { en: string; id: string }> = {
  LEAD: { en: "leads it", id: "memimpinnya" },
  FUNDING: { en: "funds it", id: "mendanainya" },
  IMPLEMENTING: { en: "carries it out", id: "melaksanakannya" },
};

/** How a university is tied to a plan, or to a plan of an area; undefined when it is not. */
async function tieOf(em: EntityManager, university: string, { area, plan }: Subject) {
  const plans = plan ? sql`p.id = ${plan}` : sql`p.area_id = ${area}`;
  const statement = sql<Tie>`
    with part as ${wholeOf(university)}
    select plan, role from (
      select p.id as plan, 'LEAD' as role from action_plan p
        where ${plans} and p.lead_id in (select id from part)
      union all select p.id, 'LEAD' from action_plan p join action a on a.plan_id = p.id
        where ${plans} and a.lead_id in (select id from part)
      union all select p.id, t.role::text from action_plan p join participant t on t.plan_id = p.id
        where ${plans} and t.organisation_id in (select id from part)
          and t.role::text in (${sql.join(dependent)})
      union all select p.id, 'FUNDING' from action_plan p join contribution c on c.plan_id = p.id
        where ${plans} and c.organisation_id in (select id from part)
          and c.kind in ('FUNDS', 'CAPITAL_INCENTIVE') and c.status <> 'WITHDRAWN') tie
    limit 1`;
  const { rows } = await statement.execute(em.getKysely());
  return rows[0];
}

/**
 * Passes where the university leads, funds and implements nothing of the subject; else FORBIDDEN. What
 * ties it to a plan that the requester may not see is not told.
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
  const { en, id } = inWords[role ?? ""] ?? { en: "has a part in it", id: "berperan di dalamnya" };
  const text = {
    en: `The university cannot assess a plan when it ${en} (independence).`,
    id: `Perguruan tinggi tidak dapat menilai rencana bila ${id} (independensi).`,
  };
  const details = { reason: "NOT_INDEPENDENT", ...(role ? { role } : {}) };
  throw new HubError("FORBIDDEN", text, details, [{ path, message: text }]);
}

/** Passes where the reviewing organisation is not of the university, nor above it; else FORBIDDEN. */
export function checkReviewer(
  em: EntityManager,
  university: string,
  reviewer: string,
  path: string,
): Promise<void> {
  const above = sql`${university}::uuid in (${partsOf(sql`select ${reviewer}::uuid`)})`;
  return checkElsewhere(em, sql`${reviewer}::uuid in ${wholeOf(university)} or ${above}`, path);
}

/** Passes where a person is of no organisation of the university; else FORBIDDEN. */
export function checkReader(
  em: EntityManager,
  university: string,
  organisations: Iterable<string>,
  path: string,
): Promise<void> {
  const of = sql.join([...organisations].map((id) => sql`${id}::uuid`));
  const belongs = sql`exists (select 1 from ${wholeOf(university)} whole where whole.id in (${of}))`;
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
