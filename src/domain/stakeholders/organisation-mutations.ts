import { badField } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import {
  assignGiven,
  changing,
  creating,
  keyFor,
  sourcesOf,
  useCases,
  type Work,
} from "../common/index.js";
import { Region, regionCodeOf } from "../regions/index.js";
import { Organisation, Sector } from "./organisation.js";
import { CreateOrganisationInput, UpdateOrganisationInput } from "./stakeholder-inputs.js";
import { mayCreateOrganisation, mayUpdateOrganisation } from "./stakeholder-policy.js";

/** The mutations on organisations. */
export const organisationMutations = useCases({
  createOrganisation: creating({
    of: Organisation,
    input: CreateOrganisationInput,
    description: "Registers a stakeholder. For a platform operator.",
    async run(input, work, id) {
      work.authorise(mayCreateOrganisation, null);
      checkStateOwned(input.sector, input.stateOwned ?? false);
      const { name, sector, contact, note } = input;
      work.create(Organisation, {
        id,
        key: await keyFor(work, Organisation, { given: input.key, name, id, isOpen: true }),
        name,
        sector,
        stateOwned: input.stateOwned ?? false,
        contact: contact ?? null,
        note: note ?? null,
        sources: sourcesOf(input.sources),
        ...(await placeOf(work, input)),
      });
    },
  }),

  updateOrganisation: changing({
    of: Organisation,
    input: UpdateOrganisationInput,
    may: mayUpdateOrganisation,
    facts: ({ id }) => id,
    description:
      "Changes an organisation's profile, its sector included. For its ADMIN and a platform operator. Its parent is changed by the operator alone.",
    async run(organisation, input, work) {
      checkHouse(organisation, input, work);
      assignGiven(organisation, input, ["name", "sector", "stateOwned", "contact", "note"]);
      await checkAssessors(work, organisation);
      checkStateOwned(organisation.sector, organisation.stateOwned);
      if (input.sources) organisation.sources = sourcesOf(input.sources);
      Object.assign(organisation, await placeOf(work, input));
      if (input.parentId) await checkAncestors(work, organisation.id, input.parentId);
    },
  }),
});

/**
 * Passes for the parent that the organisation has, and for whom may register an organisation with another
 * one. A house has one voice (rule 1 of the domain): it takes no part out, and no other house in, by itself.
 */
function checkHouse({ parent }: Organisation, { parentId }: UpdateOrganisationInput, work: Work) {
  if (parentId === undefined || parentId === (parent?.id ?? null)) return;
  work.authorise(mayCreateOrganisation, null);
}

/** Refuses another sector than UNIVERSITY while somebody assesses for the organisation. */
async function checkAssessors({ em }: Work, { id, sector }: Organisation): Promise<void> {
  if (sector === Sector.UNIVERSITY) return;
  const assessing = sql`
    select 1 from membership where organisation_id = ${id} and role = 'ASSESSOR'
    union all select 1 from api_key where organisation_id = ${id} and revoked_at is null
      and expires_at > now() and 'ASSESS' = any(scopes::text[])
    limit 1`;
  const { rows } = await assessing.execute(em.getKysely());
  if (rows.length === 0) return;
  throw badField(
    "input.sector",
    "must stay UNIVERSITY while the organisation has an ASSESSOR or a key that assesses",
    "harus tetap UNIVERSITY selama lembaga mempunyai ASSESSOR atau kunci asesmen",
  );
}

function checkStateOwned(sector: Sector, stateOwned: boolean): void {
  if (!stateOwned || sector === Sector.PRIVATE_SECTOR) return;
  throw badField(
    "input.stateOwned",
    "is for the private sector only",
    "hanya untuk sektor dunia usaha",
  );
}

/** The parent and the home region of an input: an absent field is left out, null empties. */
async function placeOf(
  work: Work,
  { parentId, regionCode }: { parentId?: string | null; regionCode?: string | null },
): Promise<Record<string, unknown>> {
  const place: Record<string, unknown> = {};
  if (parentId !== undefined) {
    place.parent = parentId && (await work.find(Organisation, parentId, "input.parentId"));
  }
  if (regionCode !== undefined) {
    place.region =
      regionCode && (await work.find(Region, regionCodeOf(regionCode), "input.regionCode"));
  }
  return place;
}

/**
 * Refuses a parent that is part of the organisation itself, at any level. New parents are set one
 * at a time, so that two organisations cannot become parts of each other at the same moment.
 */
async function checkAncestors({ em }: Work, id: string, parentId: string): Promise<void> {
  const database = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtext('organisation.parent'))`.execute(database);
  const itself = sql`
    with recursive above(id) as (
      select ${parentId}::uuid
      union select o.parent_id from organisation o join above on o.id = above.id)
    select 1 from above where id = ${id}`;
  const { rows } = await itself.execute(database);
  if (rows.length === 0) return;
  throw badField("input.parentId", "is a part of it", "adalah bagian darinya");
}
