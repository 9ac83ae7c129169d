import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { type RunSql, sqlOn } from "./rights.js";

// The two roles of a database (ADR 0101): its owner, which migrates, and the user that the hub runs as.

/** A role, and its password where it needs one. */
export interface Role {
  name: string;
  password?: string;
}

/** The roles of a database. */
export interface Roles {
  owner: Role;
  user: Role;
}

/** The error of roles that cannot be made or used. Its message says what to do. */
export class RoleFault extends Error {
  override name = "RoleFault";
}

/** The lock of the set-up of roles: "role" in ASCII. They are the whole server's. */
const rolesLock = 0x726f6c65;

/** The address of a database for another role, which has no password there. */
export function addressAs(address: string, role: string): string {
  const url = new URL(address);
  url.username = role;
  url.password = "";
  return url.href;
}

/** The role that an address names. Throws RoleFault where it names none. */
export function roleOf(address: string, setting: string): Role {
  const { username, password } = new URL(address);
  if (!username) throw new RoleFault(`${setting} names no role: postgres://role:password@…`);
  const name = decodeURIComponent(username);
  return password ? { name, password: decodeURIComponent(password) } : { name };
}

const iterations = 4096;

/**
 * What Postgres stores of a password (SCRAM-SHA-256, RFC 5803): so the password itself stands in no statement,
 * and in no log of the server.
 */
export function verifierOf(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password.normalize("NFKC"), salt, iterations, 32, "sha256");
  const keyed = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  const server = keyed("Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${server}`;
}

const quoted = pg.escapeIdentifier;

/** Makes a role, or gives the existing one its password. Throws RoleFault where it is a superuser. */
async function makeRole(run: RunSql, { name, password }: Role): Promise<void> {
  const [known] = await run<{ rolsuper: boolean }>(
    "select rolsuper from pg_roles where rolname = $1",
    [name],
  );
  if (known?.rolsuper) {
    throw new RoleFault(
      `The role ${name} is a superuser: choose another name, the hub's roles are ordinary ones.`,
    );
  }
  if (!known) await run(`create role ${quoted(name)} login`);
  if (password === undefined) return;
  await run(`alter role ${quoted(name)} login password ${pg.escapeLiteral(verifierOf(password))}`);
}

/** Makes one role a member of another, unless it is. */
async function join(run: RunSql, role: string, member: string): Promise<void> {
  const [known] = await run<{ is: boolean }>(
    `select exists (select from pg_auth_members
      where roleid = $1::regrole and member = $2::regrole and inherit_option and set_option) as is`,
    [quoted(role), quoted(member)],
  );
  if (!known?.is)
    await run(`grant ${quoted(role)} to ${quoted(member)} with inherit true, set true`);
}

// What in the schema is not the owner's, as the words of ALTER. What belongs to an extension, to a column or to
// a table's row goes with these.
const strangeObjects = `
  select 'table ' || pg_class.oid::regclass as object from pg_class
    where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and relowner <> $2::regrole
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid
        and deptype in ('a', 'e', 'i') and (deptype = 'e' or relkind = 'S'))
  union all
  select 'routine ' || pg_proc.oid::regprocedure from pg_proc
    where pronamespace = $1::regnamespace and proowner <> $2::regrole
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  union all
  select 'type ' || pg_type.oid::regtype from pg_type left join pg_class on pg_class.oid = typrelid
    where typnamespace = $1::regnamespace and typowner <> $2::regrole and typtype in ('c', 'd', 'e')
      and coalesce(relkind, 'c') = 'c'
      and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = pg_type.oid and deptype = 'e')`;

/** Gives the owner the database with all that is in its schema. */
async function handOver(run: RunSql, owner: string): Promise<void> {
  const [place] = await run<{
    database: string;
    schema: string;
    isHis: boolean;
    mayCreate: boolean;
  }>(
    `select current_database() as database, current_schema() as schema, datdba = $1::regrole as "isHis",
      has_schema_privilege($1::regrole, current_schema(), 'CREATE') and datdba = $1::regrole as "mayCreate"
     from pg_database where datname = current_database()`,
    [quoted(owner)],
  );
  if (!place?.schema) throw new RoleFault("The database has no schema that its roles may use.");
  const schema = quoted(place.schema);
  if (!place.isHis) await run(`alter database ${quoted(place.database)} owner to ${quoted(owner)}`);
  if (!place.mayCreate) {
    // In words: a copy of the database may get another owner, with whom the owner's own rights would go.
    await run(`grant usage, create on schema ${schema} to ${quoted(owner)}`);
    await run(`revoke create on schema ${schema} from public`);
  }
  const strange = await run<{ object: string }>(strangeObjects, [schema, quoted(owner)]);
  for (const { object } of strange) await run(`alter ${object} owner to ${quoted(owner)}`);
}

/** Lets a role that is no superuser give the database away, for the time of the work. */
async function actingAs(run: RunSql, owner: string, work: () => Promise<void>): Promise<void> {
  const [self] = await run<{ name: string; isApart: boolean }>(
    `select current_user::text as name, not pg_has_role(current_user, $1::regrole, 'SET') as "isApart"`,
    [quoted(owner)],
  );
  if (self?.isApart) await run(`grant ${quoted(owner)} to ${quoted(self.name)}`);
  await work();
  if (self?.isApart) await run(`revoke ${quoted(owner)} from ${quoted(self.name)}`);
}

/**
 * Makes the roles of a database, and gives all that is in it to its owner; as a superuser, or as a role with CREATEROLE
 * and CREATEDB that owns the database. The owner may act as the user: it sees what the user's sessions read. The
 * user gets its rights with the next migration. May be repeated; then passwords are set again, and nothing else
 * happens.
 */
export async function setUpRoles(adminUrl: string, { owner, user }: Roles): Promise<void> {
  if (owner.name === user.name)
    throw new RoleFault("The owner and the user are one role: name two.");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const run = sqlOn(client);
  try {
    await run("begin");
    await run("select pg_advisory_xact_lock($1)", [rolesLock]);
    await makeRole(run, owner);
    await makeRole(run, user);
    await join(run, user.name, owner.name);
    await actingAs(run, owner.name, () => handOver(run, owner.name));
    await run("commit");
  } finally {
    // Without its commit, the transaction ends with the session.
    await client.end();
  }
}
