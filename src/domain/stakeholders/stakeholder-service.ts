import { makeApiKey } from "../../access/api-key.js";
import { Role, type Viewer } from "../../access/index.js";
import { badField, invalidTransition } from "../../platform/errors.js";
import { newId } from "../../platform/ids.js";
import { sql } from "../../reading/index.js";
import {
  type Done,
  explainClash,
  keyFor,
  type RemovalInput,
  sourcesOf,
  UseCases,
  type Work,
} from "../common/index.js";
import { Region } from "../regions/index.js";
import { ApiKey, ApiKeyScope } from "./api-key.js";
import { Membership } from "./membership.js";
import { Organisation, Sector } from "./organisation.js";
import type {
  AddMemberInput,
  CreateOrganisationInput,
  IssueApiKeyInput,
  UpdateOrganisationInput,
} from "./stakeholder-inputs.js";
import {
  mayCreateOrganisation,
  mayManageKeys,
  mayManageMembers,
  mayUpdateOrganisation,
} from "./stakeholder-policy.js";
import { User } from "./user.js";

explainClash("organisation_key_unique", "input.key", "is taken", "sudah dipakai");
explainClash(
  "membership_once",
  "input.role",
  "is held by this person already",
  "sudah dipegang orang ini",
);

/** The longest life of an API key, in days. */
const keyLifeDays = 731;

/** A person acts in these use cases as `Work.viewer`; organisations are found by id. */
export class StakeholderService extends UseCases {
  /** Registers a stakeholder. */
  createOrganisation(viewer: Viewer, input: CreateOrganisationInput): Promise<Done> {
    return this.creating(viewer, "createOrganisation", Organisation, input, async (work, id) => {
      work.authorise(mayCreateOrganisation, null);
      checkStateOwned(input.sector, input.stateOwned ?? false);
      const { name, sector, contact, note } = input;
      work.create(Organisation, {
        id,
        key: await keyFor(work.em, Organisation, input.key, name, id),
        name,
        sector,
        stateOwned: input.stateOwned ?? false,
        contact: contact ?? null,
        note: note ?? null,
        sources: sourcesOf(input.sources),
        ...(await placeOf(work, input)),
      });
    });
  }

  /** Changes an organisation's profile. */
  updateOrganisation(viewer: Viewer, input: UpdateOrganisationInput): Promise<Done> {
    const permission = mayUpdateOrganisation;
    const facts = ({ id }: Organisation) => id;
    const spec = { operation: "updateOrganisation", target: Organisation, permission, facts };
    return this.changing(viewer, spec, input, async (organisation, work) => {
      const { name, stateOwned, contact, note, sources } = input;
      if (name !== undefined) organisation.name = name;
      if (contact !== undefined) organisation.contact = contact;
      if (note !== undefined) organisation.note = note;
      if (sources !== undefined) organisation.sources = sourcesOf(sources);
      if (typeof stateOwned === "boolean") {
        checkStateOwned(organisation.sector, stateOwned);
        organisation.stateOwned = stateOwned;
      }
      Object.assign(organisation, await placeOf(work, input));
      if (input.parentId) await checkAncestors(work, organisation.id, input.parentId);
    });
  }

  /** Gives a person a role; the person is added to the hub when it does not know the address. */
  addMember(viewer: Viewer, input: AddMemberInput): Promise<Done> {
    return this.creating(viewer, "addMember", Membership, input, async (work, id) => {
      const organisation = await work.find(
        Organisation,
        input.organisationId,
        "input.organisationId",
      );
      work.authorise(mayManageMembers, organisation.id);
      if (input.role === Role.ASSESSOR) checkUniversity(organisation, "input.role");
      const email = input.email.toLowerCase();
      const known = await work.em.findOne(User, { email });
      const user =
        known ?? work.create(User, { id: newId(), email, name: input.name ?? null, sources: [] });
      work.create(Membership, { id, organisation, user, role: input.role, sources: [] });
    });
  }

  /** Takes a role away; streams that rest on it end. */
  removeMember(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const permission = mayManageMembers;
    const facts = ({ organisation }: Membership) => organisation.id;
    const spec = { operation: "removeMember", target: Membership, permission, facts };
    return this.changing(viewer, spec, input, (membership, work) => work.remove(membership));
  }

  /** Issues a key. The secret is in this answer and nowhere else; a repeated call has none. */
  async issueApiKey(viewer: Viewer, input: IssueApiKeyInput): Promise<Done & { secret?: string }> {
    let secret: string | undefined;
    const make = async (work: Work, id: string) => {
      const organisation = await work.find(
        Organisation,
        input.organisationId,
        "input.organisationId",
      );
      work.authorise(mayManageKeys, organisation.id);
      if (input.scopes.includes(ApiKeyScope.ASSESS)) checkUniversity(organisation, "input.scopes");
      const expiresAt = checkExpiry(input.expiresAt);
      const key = makeApiKey();
      secret = key.secret;
      const scopes = [...new Set(input.scopes)];
      const { prefix, hash } = key;
      work.create(ApiKey, {
        id,
        organisation,
        name: input.name,
        prefix,
        hash,
        scopes,
        expiresAt,
        sources: [],
      });
    };
    const created = await this.creating(viewer, "issueApiKey", ApiKey, input, make);
    // Of twins that came at once each has made a key, and one of them was kept.
    return created.repeated || secret === undefined ? created : { ...created, secret };
  }

  /** Stops a key at once. */
  revokeApiKey(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const permission = mayManageKeys;
    const facts = ({ organisation }: ApiKey) => organisation.id;
    const spec = { operation: "revokeApiKey", target: ApiKey, permission, facts };
    return this.changing(viewer, spec, input, (key) => {
      if (key.revokedAt) throw invalidTransition("ApiKey", "REVOKED", "REVOKED", [], "input.id");
      key.revokedAt = new Date();
    });
  }
}

function checkStateOwned(sector: Sector, stateOwned: boolean): void {
  if (!stateOwned || sector === Sector.PRIVATE_SECTOR) return;
  throw badField(
    "input.stateOwned",
    "is for the private sector only",
    "hanya untuk sektor dunia usaha",
  );
}

function checkUniversity(organisation: Organisation, path: string): void {
  if (organisation.sector === Sector.UNIVERSITY) return;
  throw badField(path, "assesses for universities only", "asesmen hanya untuk perguruan tinggi");
}

function checkExpiry(text: string): Date {
  const expiresAt = new Date(text);
  const life = expiresAt.getTime() - Date.now();
  if (life > 0 && life <= keyLifeDays * 86_400_000) return expiresAt;
  throw badField(
    "input.expiresAt",
    "must be in the future, within two years",
    "harus di masa depan, paling lama dua tahun",
  );
}

/** Parent and home region as given: absent fields are left out, null empties. */
async function placeOf(
  work: Work,
  { parentId, regionCode }: { parentId?: string | null; regionCode?: string | null },
): Promise<Record<string, unknown>> {
  const place: Record<string, unknown> = {};
  if (parentId !== undefined) {
    place.parent = parentId && (await work.find(Organisation, parentId, "input.parentId"));
  }
  if (regionCode !== undefined) {
    place.region = regionCode && (await work.find(Region, regionCode, "input.regionCode"));
  }
  return place;
}

/**
 * An organisation is no part of itself, however far up. New parents are given one at a time, so that
 * two organisations cannot become parts of each other at once.
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
