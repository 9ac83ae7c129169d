import { type AccessScope, Role, scopeOf, type Viewer } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { type Class, nounOf, rowOf, sql } from "../../reading/index.js";
import type { VersionedNoun, Work } from "../common/index.js";
import { Organisation, rolesOf, User } from "../stakeholders/index.js";

/** The mentions of a comment, by id. */
export interface Mentions {
  mentionedOrganisations: string[];
  mentionedPersons: string[];
}

const scopeFor = (memberships: Viewer["memberships"]): AccessScope =>
  scopeOf({ kind: "user", operator: false, memberships });

/** The most that an organisation's members may see. */
const scopeOfOrganisation = (id: string): AccessScope =>
  scopeFor(new Map([[id, new Set(Object.values(Role))]]));

/** True if a noun of the requester's scope has this id. */
async function isSeen(
  { em }: Work,
  target: Class,
  id: string,
  scope: AccessScope,
): Promise<boolean> {
  const row = rowOf(target);
  const statement = sql`select 1 from ${row.source}
    where ${row.column("id")} = ${id} and ${nounOf(target).visible(scope, row)}`;
  return (await statement.execute(em.getKysely())).rows.length > 0;
}

/**
 * The organisations and persons with these ids. Each must be known to the requester and able to read the
 * subject. The error is the same for all that may not be mentioned, so that it does not say who takes part
 * in what.
 */
export async function mentionsOf(
  work: Work,
  ids: readonly string[],
  subject: VersionedNoun,
): Promise<Mentions> {
  const own = scopeOf(work.viewer);
  const found: Mentions = { mentionedOrganisations: [], mentionedPersons: [] };
  const reads = (scope: AccessScope) =>
    isSeen(work, subject.constructor as Class, subject.id, scope);
  for (const [at, given] of ids.entries()) {
    const id = given.toLowerCase();
    const isOrganisation = await isSeen(work, Organisation, id, own);
    const isPerson = !isOrganisation && (await isSeen(work, User, id, own));
    const mayRead = isOrganisation
      ? await reads(scopeOfOrganisation(id))
      : isPerson && (await reads(scopeFor(await rolesOf(work.em, id))));
    if (!mayRead) throw unfit(at);
    const list = isOrganisation ? found.mentionedOrganisations : found.mentionedPersons;
    if (!list.includes(id)) list.push(id);
  }
  return found;
}

const unfit = (at: number) =>
  badField(
    `input.mentions.${at}`,
    "is no organisation or person that you can see and that can read this",
    "bukan lembaga atau orang yang dapat Anda lihat dan yang dapat membaca ini",
  );
