import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { Role, type Viewer } from "../../access/index.js";
import { sendAhead } from "../../platform/database/index.js";
import { type Sql, sql } from "../../reading/index.js";
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
  sector?: string | null;
}

const rolesByAddress = ({ email }: Bearer) => sql<RoleRow>`
    select u.id, m.organisation_id as organisation, m.role
    from user_account u left join membership m on m.user_id = u.id where u.email = ${email ?? null}`;

/** The same with the sectors of the organisations, which only the log shows: their changes change no viewer. */
const sectorsByAddress = ({ email }: Bearer) => sql<RoleRow>`
    select u.id, m.organisation_id as organisation, m.role, o.sector
    from user_account u left join membership m on m.user_id = u.id
    left join organisation o on o.id = m.organisation_id where u.email = ${email ?? null}`;

function personWith(rows: readonly RoleRow[], { email, operator, expiresAt }: Bearer): Viewer {
  const memberships = new Map<string, Set<Role>>();
  for (const { organisation, role } of rows) {
    if (!organisation || !role) continue;
    const roles = memberships.get(organisation) ?? new Set();
    memberships.set(organisation, roles.add(role));
  }
  const userId = rows[0]?.id;
  const sectors = [...new Set(rows.flatMap(({ sector }) => sector ?? []))].sort();
  return {
    kind: "user",
    operator,
    memberships,
    expiresAt,
    ...(sectors.length > 0 ? { sectors } : {}),
    ...(userId ? { userId } : {}),
    ...(email ? { email } : {}),
  };
}

/** The current viewer of a token: the person with that address, and their roles. */
export async function viewerByToken(source: Source, bearer: Bearer): Promise<Viewer> {
  const { rows } = await sectorsByAddress(bearer).execute(source);
  return personWith(rows, bearer);
}

/** The same as a transaction sees it, read together with the transaction's next statement. */
export async function viewerByTokenWithin(transaction: Source, bearer: Bearer): Promise<Viewer> {
  const { rows } = await sendAhead(transaction, rolesByAddress(bearer));
  return personWith(await rows, bearer);
}

interface KeyRow {
  id: string;
  organisation: string;
  hash: string;
  scopes: ApiKeyScope[];
  expires: string;
}

/** The key that meets a condition, while it holds. */
const keyWhere = (condition: Sql) => sql<KeyRow>`
    select id, organisation_id as organisation, hash, scopes,
      to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as expires
    from api_key where ${condition} and revoked_at is null and expires_at > now()`;

const keyWith = ({ id, organisation, scopes, expires }: KeyRow): Viewer => ({
  kind: "key",
  keyId: id,
  operator: false,
  memberships: new Map([[organisation, new Set(scopes.map((scope) => roleOf[scope]))]]),
  expiresAt: new Date(expires),
});

/** The current viewer of an API key; undefined for an unknown, expired or revoked key. */
export async function viewerByKey(
  source: Source,
  prefix: string,
  isHash: (stored: string) => boolean,
): Promise<Viewer | undefined> {
  const { rows } = await keyWhere(sql`prefix = ${prefix}`).execute(source);
  return rows[0] && isHash(rows[0].hash) ? keyWith(rows[0]) : undefined;
}

/** The current viewer of a key that was used before; undefined where it is expired or revoked. */
export async function viewerOfKey(source: Source, id: string): Promise<Viewer | undefined> {
  const { rows } = await keyWhere(sql`id = ${id}::uuid`).execute(source);
  return rows[0] && keyWith(rows[0]);
}

/** The same as a transaction sees it, read together with the transaction's next statement. */
export async function viewerOfKeyWithin(
  transaction: Source,
  id: string,
): Promise<Viewer | undefined> {
  const { rows } = await sendAhead(transaction, keyWhere(sql`id = ${id}::uuid`));
  const [row] = await rows;
  return row && keyWith(row);
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
