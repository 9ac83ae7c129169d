import { CompiledQuery, type Kysely } from "kysely";
import pg from "pg";

// What the hub's user may do in its database (ADR 0101). Everything else is its owner's alone.

/** Runs a statement and gives its rows. */
export type RunSql = <T>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/** Statements on a connection of the driver. */
export const sqlOn =
  (client: pg.ClientBase): RunSql =>
  async (text, values = []) =>
    (await client.query(text, [...values])).rows;

/** The same by Kysely, as in a transaction. */
export const sqlBy =
  (database: Kysely<unknown>): RunSql =>
  async <T>(text: string, values: readonly unknown[] = []) =>
    (await database.executeQuery<T>(CompiledQuery.raw(text, [...values]))).rows;

/** Rights on a table, and on some of its columns. */
interface Rights {
  table: readonly string[];
  /** The columns that may be updated, where the table's rows may not be updated as a whole. */
  updates?: readonly string[];
}

const reading: Rights = { table: ["SELECT"] };
const all: Rights = { table: ["SELECT", "INSERT", "UPDATE", "DELETE"] };

/**
 * The tables with other rights than those of nouns. The ledger's lines are appended and never changed; its
 * partitions are read and written through it, and made by a function of the owner.
 */
const exceptions: readonly [RegExp, Rights][] = [
  [/^change$/, { table: ["SELECT", "INSERT", "MAINTAIN"] }],
  [/^change_(before|from_\d+)$/, { table: [] }],
  [/^ledger_head$/, { ...reading, updates: ["position", "hash", "at"] }],
  [/^ledger_partitioning$/, { ...reading, updates: ["size"] }],
  [/^ledger_feed$/, all],
  // The rest of the ledger, what an archive keeps of it, and what says which version it is of.
  [/^(ledger_.*|change_kept|schema_.*)$/, reading],
];

/** A table, view or sequence, with what its user was given. */
interface Relation {
  name: string;
  kind: "table" | "view" | "sequence";
  given: string[];
  /** The columns whose update was given. */
  updates: string[];
}

const relationsStatement = `
  select relname as name,
    case relkind when 'v' then 'view' when 'm' then 'view' when 'S' then 'sequence' else 'table' end as kind,
    array(select privilege_type::text from aclexplode(relacl) where grantee = $1::regrole) as given,
    array(select attname::text from pg_attribute, aclexplode(attacl)
      where attrelid = relation.oid and attnum > 0 and not attisdropped and grantee = $1::regrole
      order by attnum) as updates
  from pg_class as relation
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
  order by relname`;

function rightsOn({ name, kind }: Relation): { table: string[]; updates: string[] } {
  if (kind === "view") return { table: ["SELECT"], updates: [] };
  if (kind === "sequence") return { table: ["SELECT", "USAGE"], updates: [] };
  const { table, updates = [] } = exceptions.find(([names]) => names.test(name))?.[1] ?? all;
  return { table: [...table], updates: [...updates] };
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

const quoted = pg.escapeIdentifier;

/** The statements that give exactly its rights on a relation; none where it has them. */
function statementsFor(relation: Relation, user: string): string[] {
  const { table, updates } = rightsOn(relation);
  if (isSame(relation.given, table) && isSame(relation.updates, updates)) return [];
  const on = `on ${relation.kind === "sequence" ? "sequence " : ""}${quoted(relation.name)}`;
  const columns = updates.map(quoted).join(", ");
  return [
    // A revocation from the table takes the rights on its columns too.
    `revoke all ${on} from ${quoted(user)}`,
    ...(table.length > 0 ? [`grant ${table.join(", ")} ${on} to ${quoted(user)}`] : []),
    ...(updates.length > 0 ? [`grant update (${columns}) ${on} to ${quoted(user)}`] : []),
  ];
}

/** The functions that run with the owner's rights, of which the user has not exactly the right to call them. */
const functionsStatement = `
  select routine.oid::regprocedure::text as name from pg_proc as routine
  where pronamespace = current_schema()::regnamespace and prosecdef
    and array(select grantee from aclexplode(coalesce(proacl, acldefault('f', proowner)))
      where grantee <> proowner) <> array[$1::regrole::oid]
  order by 1`;

/** The statements that the owner runs so that the user has its rights on all that there is, and no others. */
export async function missingRights(run: RunSql, user: string): Promise<string[]> {
  const relations = await run<Relation>(relationsStatement, [quoted(user)]);
  const functions = await run<{ name: string }>(functionsStatement, [quoted(user)]);
  return [
    ...relations.flatMap((relation) => statementsFor(relation, user)),
    ...functions.flatMap(({ name }) => [
      `revoke all on function ${name} from public, ${quoted(user)}`,
      `grant execute on function ${name} to ${quoted(user)}`,
    ]),
  ];
}

/**
 * Gives the user its rights, as the owner. Run it after each migration, in the same transaction: it is the one
 * place that gives them, for tables of every version. What is right already is not touched.
 */
export async function grantRights(run: RunSql, user: string): Promise<void> {
  for (const statement of await missingRights(run, user)) await run(statement);
}

/** What a session's role may do. */
export interface Standing {
  role: string;
  /** True where the database has a ledger. */
  isMade: boolean;
  /** True where the role owns the ledger, or may act as its owner, as a superuser may. */
  mayAlter: boolean;
  /** True where the role may make tables. */
  mayCreate: boolean;
}

export async function standingOf(run: RunSql): Promise<Standing> {
  const [standing] = await run<Standing>(`
    select current_user::text as role, relation.oid is not null as "isMade",
      coalesce(pg_has_role(current_user, relowner, 'MEMBER'), false) as "mayAlter",
      has_schema_privilege(current_schema(), 'CREATE') as "mayCreate"
    from (select to_regclass('change') as oid) as ledger left join pg_class as relation using (oid)`);
  if (!standing) throw new Error("Postgres says nothing of the session's role");
  return standing;
}
