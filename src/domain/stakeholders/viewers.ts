import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { Role, type Viewer } from "../../access/index.js";
import { sql } from "../../reading/index.js";
import { ApiKeyScope } from "./api-key.js";

/** The facts of a verified token by which the hub finds its bearer. */
export interface Bearer {
  email: string | undefined;
  operator: boolean;
  expiresAt: Date;
}

// These reads have no scope to filter by: they find out who the requester is.
type Source = Kysely<Record<string, never>>;

/** The tables that identify the viewer: all tables that this file reads. */
export const viewerTables: readonly string[] = ["user_account", "membership", "api_key"];

const roleOf: Record<ApiKeyScope, Role> = {
  READ: Role.VIEWER,
  CONTRIBUTE: Role.CONTRIBUTOR,
  COORDINATE: Role.COORDINATOR,
  ASSESS: Role.ASSESSOR,
};

interface RoleRow {
  id: string;
  organisation: string | null;
  role: Role | null;
}

/** The current viewer of a token: the person with that address, and their roles. */
export async function viewerByToken(source: Source, bearer: Bearer): Promise<Viewer> {
  const { email, operator, expiresAt } = bearer;
  const statement = sql<RoleRow>`
    select u.id, m.organisation_id as organisation, m.role
    from user_account u left join membership m on m.user_id = u.id where u.email = ${email ?? null}`;
  const { rows } = await statement.execute(source);
  const memberships = new Map<string, Set<Role>>();
  for (const { organisation, role } of rows) {
    if (!organisation || !role) continue;
    const roles = memberships.get(organisation) ?? new Set();
    memberships.set(organisation, roles.add(role));
  }
  const userId = rows[0]?.id;
  return {
    kind: "user",
    operator,
    memberships,
    expiresAt,
    ...(userId ? { userId } : {}),
    ...(email ? { email } : {}),
  };
}

/** The current viewer of an API key; undefined for an unknown, expired or revoked key. */
export async function viewerByKey(
  source: Source,
  prefix: string,
  isHash: (stored: string) => boolean,
): Promise<Viewer | undefined> {
  const key = sql<{
    id: string;
    organisation: string;
    hash: string;
    scopes: ApiKeyScope[];
    expires: string;
  }>`
    select id, organisation_id as organisation, hash, scopes,
      to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as expires
    from api_key where prefix = ${prefix} and revoked_at is null and expires_at > now()`;
  const { rows } = await key.execute(source);
  const found = rows[0];
  if (!found || !isHash(found.hash)) return undefined;
  const roles = new Set(found.scopes.map((scope) => roleOf[scope]));
  return {
    kind: "key",
    keyId: found.id,
    operator: false,
    memberships: new Map([[found.organisation, roles]]),
    expiresAt: new Date(found.expires),
  };
}

/** The current viewer of a key that was used before; undefined where it is expired or revoked. */
export async function viewerOfKey(source: Source, id: string): Promise<Viewer | undefined> {
  const statement = sql<{ prefix: string }>`select prefix from api_key where id = ${id}::uuid`;
  const { rows } = await statement.execute(source);
  return rows[0] && viewerByKey(source, rows[0].prefix, () => true);
}

/** The current viewer of a person who was here before, without the rights of a token. */
export async function viewerOfUser(source: Source, userId: string): Promise<Viewer> {
  const statement = sql<{ organisation: string; role: Role }>`
    select organisation_id as organisation, role from membership where user_id = ${userId}::uuid`;
  const { rows } = await statement.execute(source);
  return { kind: "user", userId, operator: false, memberships: byOrganisation(rows) };
}

const byOrganisation = (
  rows: readonly { organisation: string; role: Role }[],
): Viewer["memberships"] =>
  new Map(
    [...Map.groupBy(rows, ({ organisation }) => organisation)].map(([id, held]) => [
      id,
      new Set(held.map(({ role }) => role)),
    ]),
  );

/** The roles of a person by organisation. */
export const rolesOf = async (em: EntityManager, userId: string): Promise<Viewer["memberships"]> =>
  (await viewerOfUser(em.getKysely() as unknown as Source, userId)).memberships;
