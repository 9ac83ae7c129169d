import { enumeration, type MemberOf } from "../platform/enumeration.js";

/** A person's role in an organisation; `ASSESSOR` in universities only. */
export const Role = enumeration("Role", "What a person may do for an organisation.", {
  ADMIN: "Everything that a coordinator may, and its members, keys, webhooks and profile.",
  COORDINATOR: "Plans, actions, deliberations and positions for the organisation. Koordinator.",
  CONTRIBUTOR: "Progress and contributions where the organisation takes part. Kontributor.",
  ASSESSOR: "Assessments for its university. Asesor.",
  VIEWER: "Reads what the organisation may read.",
});
export type Role = MemberOf<typeof Role>;

/** Who is asking: nobody known, a person, or an organisation's key. */
export interface Viewer {
  kind: "visitor" | "user" | "key";
  /** The person's id; absent for visitors, keys, and token bearers whom no organisation has added. */
  userId?: string;
  email?: string;
  /** The API key's id, when a key asks. */
  keyId?: string;
  /** A platform operator (claim in the token): manages organisations and programmes. */
  operator: boolean;
  /** Roles by organisation id. */
  memberships: ReadonlyMap<string, ReadonlySet<Role>>;
  /** When the credential stops being valid. */
  expiresAt?: Date;
}

/** The requester without a credential: sees what is public. */
export const visitor: Viewer = { kind: "visitor", operator: false, memberships: new Map() };

/**
 * A viewer's view of the world, as the row filters need it: two viewers with the same `key` see the
 * same rows, so their live groups and cached answers may be shared.
 */
export interface AccessScope {
  /** Organisations the viewer belongs to, whatever the role; sorted. */
  organisations: readonly string[];
  /** Organisations for which the viewer coordinates (`COORDINATOR` or `ADMIN`); sorted. */
  coordinates: readonly string[];
  /** Organisations that the viewer administers (`ADMIN`); sorted. */
  administers: readonly string[];
  operator: boolean;
  key: string;
}

/** The roles that coordinate for their organisation. */
export const coordinating: readonly Role[] = [Role.COORDINATOR, Role.ADMIN];

/** The organisations, sorted, in which the viewer has one of `roles`. */
export function organisationsWith(viewer: Viewer, roles: readonly Role[]): string[] {
  const held = [...viewer.memberships].filter(([, has]) => roles.some((role) => has.has(role)));
  return held.map(([organisation]) => organisation).sort();
}

/** The row filters' view of a viewer. */
export function scopeOf(viewer: Viewer): AccessScope {
  const organisations = [...viewer.memberships.keys()].sort();
  const coordinates = organisationsWith(viewer, coordinating);
  const administers = organisationsWith(viewer, [Role.ADMIN]);
  const { operator } = viewer;
  const key = JSON.stringify([organisations, coordinates, administers, operator]);
  return { organisations, coordinates, administers, operator, key };
}

/** The roles that report and contribute for their organisation. */
export const contributing: readonly Role[] = [Role.CONTRIBUTOR, Role.COORDINATOR, Role.ADMIN];
