import type { Kysely } from "kysely";
import { enumeration, type MemberOf } from "../platform/enumeration.js";
import { defaultLanguage, type Language } from "../platform/errors.js";

/** A person's role in an organisation; `ASSESSOR` in universities only. */
export const Role = enumeration("Role", "What a person may do for an organisation.", {
  ADMIN: "Everything that a coordinator may, and its members, keys, webhooks and profile.",
  COORDINATOR: "Plans, actions, deliberations and positions for the organisation. Koordinator.",
  CONTRIBUTOR: "Progress and contributions where the organisation takes part. Kontributor.",
  ASSESSOR: "Assessments for its university. Asesor.",
  VIEWER: "Reads what the organisation may read.",
});
export type Role = MemberOf<typeof Role>;

/** The requester, as policies and row filters see them: a visitor, a person or an API key. */
export interface Viewer {
  kind: "visitor" | "user" | "key";
  /** The person's id; absent for visitors, for keys, and for people whom no organisation has added. */
  userId?: string;
  email?: string;
  /** The API key's id, if the requester is a key. */
  keyId?: string;
  /**
   * The permanent name of the credential's holder: a token's issuer and subject, or a key's id. Limits
   * are counted by it, so that a person with many tokens is one client. Absent for visitors.
   */
  holder?: string;
  /** True if the token's claim makes them a platform operator, who manages organisations and programmes. */
  operator: boolean;
  /** Roles by organisation id. */
  memberships: ReadonlyMap<string, ReadonlySet<Role>>;
  /** The sectors of these organisations, each once, for logs; absent where they were not read. They decide nothing. */
  sectors?: readonly string[];
  /** When the credential stops being valid. */
  expiresAt?: Date;
  /**
   * The same requester with the rights of now, as a transaction sees them. Rejects with UNAUTHENTICATED where
   * the credential does not hold any more. Absent where the rights were read for the work itself.
   */
  asOfNow?: (transaction: Kysely<Record<string, never>>) => Promise<Viewer>;
}

/** The requester without a credential, who sees what is public. */
export const visitor: Viewer = { kind: "visitor", operator: false, memberships: new Map() };

/**
 * The part of a viewer that statements depend on. Two viewers with the same `key` see the same rows: with
 * the same language too, they can share live groups and cached answers.
 */
export interface AccessScope {
  /** Organisations that the viewer belongs to in any role; sorted. */
  organisations: readonly string[];
  /** Organisations for which the viewer coordinates (`COORDINATOR` or `ADMIN`); sorted. */
  coordinates: readonly string[];
  /** Organisations that the viewer administers (`ADMIN`); sorted. */
  administers: readonly string[];
  operator: boolean;
  /**
   * The person or the API key: what is private is theirs alone. It is no part of `key`, as few rows depend
   * on it: an answer that does is not cached, and a scope that viewers share has none (`sharedScope`).
   */
  person?: string | undefined;
  key: string;
  /** The language in which the viewer reads texts in two languages. It decides over no row's visibility. */
  language: Language;
}

/** The roles that coordinate for their organisation. */
export const coordinating: readonly Role[] = [Role.COORDINATOR, Role.ADMIN];

/** The organisations, sorted, in which the viewer has one of `roles`. */
export function organisationsWith(viewer: Viewer, roles: readonly Role[]): string[] {
  const held = [...viewer.memberships].filter(([, has]) => roles.some((role) => has.has(role)));
  return held.map(([organisation]) => organisation).sort();
}

const scopes = new WeakMap<Viewer, Map<Language, AccessScope>>();

/** The access scope of a viewer, who reads in a language; made once for each viewer. */
export function scopeOf(viewer: Viewer, language: Language = defaultLanguage): AccessScope {
  const known = scopes.get(viewer) ?? new Map<Language, AccessScope>();
  const scope = known.get(language);
  if (scope) return scope;
  const made = makeScope(viewer, language);
  scopes.set(viewer, known.set(language, made));
  return made;
}

function makeScope(viewer: Viewer, language: Language): AccessScope {
  const organisations = [...viewer.memberships.keys()].sort();
  const coordinates = organisationsWith(viewer, coordinating);
  const administers = organisationsWith(viewer, [Role.ADMIN]);
  const { operator } = viewer;
  const key = JSON.stringify([organisations, coordinates, administers, operator]);
  const person = personOf(viewer);
  return { organisations, coordinates, administers, operator, person, key, language };
}

/** The id of the person or of the API key that a viewer is; undefined for visitors. */
export const personOf = ({ userId, keyId }: Viewer): string | undefined => userId ?? keyId;

/** The scope that all viewers with the same `key` share, as in live groups: what is private is absent. */
export const sharedScope = (viewer: Viewer, language?: Language): AccessScope =>
  scopeOf(sharedViewer(viewer), language);

/** A viewer as all with the same scope are: without the person or the API key. */
export function sharedViewer(viewer: Viewer): Viewer {
  const { userId: _, keyId: __, ...shared } = viewer;
  return shared;
}

/** The roles that report and contribute for their organisation. */
export const contributing: readonly Role[] = [Role.CONTRIBUTOR, Role.COORDINATOR, Role.ADMIN];
