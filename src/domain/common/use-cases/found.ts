import {
  type EntityKey,
  type EntityMetadata,
  type EntityName,
  type EntityProperty,
  type Primary,
  ReferenceKind,
  wrap,
} from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery } from "kysely";
import type { Viewer } from "../../../access/index.js";
import {
  type Class,
  HeldStatement,
  nounOf,
  type RowRef,
  rowOf,
  type Sql,
  sql,
} from "../../../reading/index.js";

// MikroORM looks a noun up by a statement of its own, whose making costs more than its running, and after
// another that says whether the requester may see it. Here both are one statement, made once for
// each shape of scope, and the unit of work takes the row that it gives.

/** An entity among those that a statement reads: the noun itself, or one that it refers to. */
interface Part {
  meta: EntityMetadata;
  alias: string;
  /** The reference that leads to it, and the part that has the reference; absent of the noun itself. */
  by?: { property: EntityProperty; from: Part };
}

/** The stored properties of an entity with their columns. */
const storedOf = (meta: EntityMetadata): EntityProperty[] =>
  meta.props.filter(
    ({ persist, lazy, fieldNames }) => persist !== false && !lazy && fieldNames?.length,
  );

const isToOne = ({ kind, fieldNames }: EntityProperty): boolean =>
  kind === ReferenceKind.MANY_TO_ONE && fieldNames.length === 1;

/** The noun and what the paths of references lead to; undefined where one leads to several rows. */
function partsOf(em: EntityManager, target: Class, paths: readonly string[]): Part[] | undefined {
  const root: Part = { meta: em.getMetadata().get(target as EntityName<object>), alias: "" };
  const byPath = new Map<string, Part>([["", root]]);
  for (const path of paths) {
    let [from, walked] = [root, ""];
    for (const name of path.split(".")) {
      walked = walked ? `${walked}.${name}` : name;
      const property = from.meta.properties[name as EntityKey<object>] as
        | EntityProperty
        | undefined;
      if (!property?.targetMeta || !isToOne(property)) return undefined;
      const known = byPath.get(walked);
      const next = known ?? {
        meta: property.targetMeta,
        alias: `r${byPath.size}`,
        by: { property, from },
      };
      byPath.set(walked, next);
      from = next;
    }
  }
  return [...byPath.values()];
}

const column = (alias: string, name: string): Sql => sql`${sql.ref(`${alias}.${name}`)}`;

/** The statement of the rows of a noun that meet a condition, with what they refer to. */
function statementOf(parts: readonly Part[], row: RowRef, condition: Sql): Sql {
  const aliasOf = ({ alias }: Part) => alias || row.alias;
  const columns = parts.flatMap((part, at) =>
    storedOf(part.meta).flatMap(({ fieldNames }) =>
      fieldNames.map((name) => sql`${column(aliasOf(part), name)} as ${sql.ref(`${at}_${name}`)}`),
    ),
  );
  const joins = parts.flatMap((part) => {
    if (!part.by) return [];
    const { property, from } = part.by;
    const table = sql`${sql.table(part.meta.tableName)} as ${sql.ref(part.alias)}`;
    const [own = "", key = ""] = [property.fieldNames[0], property.referencedColumnNames[0]];
    return [sql`left join ${table} on ${column(part.alias, key)} = ${column(aliasOf(from), own)}`];
  });
  return sql`select ${sql.join(columns)} from ${row.source} ${sql.join(joins, sql` `)} where ${condition}`;
}

/** The statements that find a noun by its id with what paths lead to, by the noun and the paths. */
class Finders {
  private readonly known = new WeakMap<EntityMetadata, Map<string, Finder | undefined>>();

  /** Undefined where a path leads to several rows. */
  of(em: EntityManager, target: Class, paths: readonly string[]): Finder | undefined {
    const meta = em.getMetadata().get(target as EntityName<object>);
    const ofTarget = this.known.get(meta) ?? new Map<string, Finder | undefined>();
    this.known.set(meta, ofTarget);
    const key = paths.join();
    if (ofTarget.has(key)) return ofTarget.get(key);
    const parts = partsOf(em, target, paths);
    const made = parts && new Finder(target, parts);
    ofTarget.set(key, made);
    return made;
  }
}

const finders = new Finders();

/** Finds a noun with what it refers to. */
class Finder {
  private readonly statement: HeldStatement;
  /** Each part with its columns and their names in the row, the farthest first. */
  private readonly read: readonly { part: Part; columns: readonly (readonly [string, string])[] }[];

  constructor(target: Class, parts: readonly Part[]) {
    const { idColumn, visible } = nounOf(target);
    this.statement = new HeldStatement((scope, id) => {
      const row = rowOf(target);
      const condition = sql`${row.column(idColumn)} = ${id} and ${visible(scope, row)}`;
      return statementOf(parts, row, condition);
    });
    // What others refer to comes before them, so that nothing is made as a reference and filled afterwards.
    this.read = parts
      .map((part, at) => {
        const names = storedOf(part.meta).flatMap(({ fieldNames }) => fieldNames);
        return { part, columns: names.map((name) => [name, `${at}_${name}`] as const) };
      })
      .reverse();
  }

  /** The noun as an entity of the transaction, with what the paths lead to; undefined where the viewer sees none. */
  async find(em: EntityManager, viewer: Viewer, id: string): Promise<object | undefined> {
    const writer = em.getKysely<Record<string, never>>();
    const { sql: text, values } = this.statement.for(viewer, id, writer);
    const { rows } = await writer.executeQuery(CompiledQuery.raw(text, values));
    const [row] = rows as Record<string, unknown>[];
    let noun: object | undefined;
    if (row) for (const { part, columns } of this.read) noun = merged(em, part, columns, row);
    return noun;
  }
}

/** Puts what a row holds of one part into the unit of work; undefined where the reference leads nowhere. */
function merged(
  em: EntityManager,
  { meta }: Part,
  columns: readonly (readonly [string, string])[],
  row: Readonly<Record<string, unknown>>,
): object | undefined {
  const stored: Record<string, unknown> = {};
  for (const [name, place] of columns) stored[name] = row[place];
  const [key = ""] = meta.getPrimaryProp().fieldNames;
  const id = stored[key];
  if (id === null) return undefined;
  const name = meta.class as EntityName<object>;
  // What the use case has loaded before, and may have changed, stays as it is.
  const known = em.getUnitOfWork().getById<object>(name, id as Primary<object>);
  if (known && wrap(known).isInitialized()) return known;
  const data = em.getDriver().mapResult<object>(stored, meta);
  return em.getEntityFactory().create(name, data as object, {
    merge: true,
    convertCustomTypes: true,
  });
}

/**
 * The noun with this id, if the viewer can see it, as an entity of the transaction, with those that the paths lead
 * to; null if there is none. Undefined where a path leads to several rows.
 */
export async function found<T extends object>(
  em: EntityManager,
  target: Class<T>,
  paths: readonly string[],
  { viewer, id }: { viewer: Viewer; id: string },
): Promise<T | null | undefined> {
  const finder = finders.of(em, target, paths);
  if (!finder) return undefined;
  // The cast: the first part is the noun itself.
  return ((await finder.find(em, viewer, id)) as T | undefined) ?? null;
}
