import type { EntityManager } from "@mikro-orm/postgresql";
import { scopeOf } from "../../access/index.js";
import { type KeptLines, lockHead } from "../../ledger/index.js";
import { HubError, type Text } from "../../platform/errors.js";
import { type Sql, sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { type Subject, tieOf, tieRoles } from "./ties.js";
import { partsOf, wholeUniversity } from "./whole-university.js";

// Independence (rule 4 of the domain). A university does not assess a plan that it leads, funds, is
// accountable for or carries out, or that it gives anything but its expertise. The second reader comes from
// another organisation. The persons who worked on an assessment, or belong to the university, neither review
// nor accept nor publish it.

const notIndependent = (text: Text, path: string, details: object = {}) =>
  new HubError("FORBIDDEN", text, { reason: "NOT_INDEPENDENT", ...details }, [
    { path, message: text },
  ]);

/**
 * Passes when the university has no tie to the subject; else FORBIDDEN. The error names the tie only if the
 * requester may see it. The ledger's lock orders the check among all writes: a part that the university takes
 * at the same time is either seen here, or taken after this use case.
 */
export async function checkIndependent(
  { em, viewer }: Work,
  university: string,
  subject: Subject,
  path: string,
): Promise<void> {
  const database = em.getKysely();
  await lockHead(database);
  const tie = await tieOf(em, scopeOf(viewer), university, subject);
  if (!tie) return;
  const role = tie.seen ? tie.role : null;
  const { en, id } = role ? tieRoles[role] : { en: "has a part in it", id: "berperan di dalamnya" };
  const text = {
    en: `The university cannot assess a plan if it ${en} (independence).`,
    id: `Perguruan tinggi tidak dapat menilai rencana bila ${id} (independensi).`,
  };
  throw notIndependent(text, path, role ? { role } : {});
}

/** Passes when the reviewing organisation is neither part of the university nor above it; else FORBIDDEN. */
export async function checkReviewer(
  em: EntityManager,
  university: string,
  reviewer: string,
  path: string,
): Promise<void> {
  const above = sql`${university}::uuid in (${partsOf(sql`select ${reviewer}::uuid`)})`;
  const belongs = sql`(${reviewer}::uuid in ${wholeUniversity(university)} or ${above})`;
  if (!(await holds(em, belongs))) return;
  const text = {
    en: "A reviewer cannot come from the assessing university (independence).",
    id: "Penelaah tidak boleh berasal dari perguruan tinggi yang menilai (independensi).",
  };
  throw notIndependent(text, path);
}

/**
 * Passes for a person outside the assessing university; else FORBIDDEN. A person is inside with a membership
 * in any of its organisations, or having changed the assessment or a part of it for one of them, also if
 * the membership has ended since.
 */
export async function checkOutsider(
  { em, viewer: { memberships, userId } }: Work,
  university: string,
  assessment: string | undefined,
  path: string,
): Promise<void> {
  const own = sql.join([...memberships.keys()].map((id) => sql`${id}::uuid`));
  const belongs = sql`exists (select 1 from ${wholeUniversity(university)} as whole where whole.id in (${own}))`;
  const isInside = memberships.size > 0 && (await holds(em, belongs));
  const hasWorked = async () =>
    Boolean(userId && assessment) &&
    holds(em, workedOn(university, String(assessment), String(userId)));
  if (!isInside && !(await hasWorked())) return;
  const text = {
    en: "A member of the assessing university, or a person who worked on this assessment for it, can neither review, accept nor publish it (independence).",
    id: "Anggota perguruan tinggi yang menilai, atau orang yang pernah mengerjakan asesmen ini untuknya, tidak boleh menelaah, menerima, atau menerbitkannya (independensi).",
  };
  throw notIndependent(text, path);
}

/**
 * The condition that a person changed an assessment, one that it corrects, or a part of these, on behalf of
 * the university. The ledger knows, also of parts that were removed since.
 */
const workedOn = (university: string, assessment: string, user: string): Sql => sql`exists (
  with recursive whole as (select id from assessment where id = ${assessment}
    union select a.corrects_id from assessment a join whole on a.id = whole.id
      where a.corrects_id is not null)
  select 1 from change_known c
  where c.user_id = ${user} and c.organisation_id in ${wholeUniversity(university)}
    and c.position >= (select min(position) from change_known where entity_id in (select id from whole))
    and (c.entity_id in (select id from whole)
      or coalesce(c.diff->'assessment'->>'after', c.diff->'assessment'->>'before')::uuid
        in (select id from whole)))`;

/** The lines that say who worked on an assessment. */
export const linesOfAssessors: KeptLines = {
  lines: sql`user_id is not null and (entity = 'Assessment' or jsonb_exists(diff, 'assessment'))`,
  fields: ["assessment"],
};

async function holds(em: EntityManager, condition: Sql): Promise<boolean> {
  const { rows } = await sql`select 1 where ${condition}`.execute(em.getKysely());
  return rows.length > 0;
}
