import {
  type EntityKey,
  type EntityMetadata,
  type EntityName,
  type EntityProperty,
  ReferenceKind,
} from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Class, type RowRef, rowOf, type Sql, sql } from "../../../reading/index.js";

// MikroORM looks a noun up by a statement of its own, whose making costs more than its running, and after
// another that says whether the requester may see it. Here both are one statement, and the unit of work takes
// the rows that it gives.

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

/** Puts what a row holds of one part into the unit of work; null where the reference leads nowhere. */
function merged(em: EntityManager, { meta }: Part, at: number, row: Record<string, unknown>) {
  const names = storedOf(meta).flatMap(({ fieldNames }) => fieldNames);
  const stored = Object.fromEntries(names.map((name) => [name, row[`${at}_${name}`]]));
  const [key = ""] = meta.getPrimaryProp().fieldNames;
  if (stored[key] === null) return null;
  const name = meta.class as EntityName<object>;
  const data = em.getDriver().mapResult(stored, meta);
  // What the use case has loaded before, and may have changed, stays as it is.
  return em.merge(name, data as object, {
    convertCustomTypes: true,
    validate: false,
    refresh: false,
  });
}

/**
 * The rows of a noun that meet a condition, as entities of the transaction, with those that the paths lead to.
 * Undefined where a path leads to several rows.
 */
export async function found<T extends object>(
  em: EntityManager,
  target: Class<T>,
  paths: readonly string[],
  condition: (row: RowRef) => Sql,
): Promise<T[] | undefined> {
  const parts = partsOf(em, target, paths);
  if (!parts) return undefined;
  const row = rowOf(target);
  const statement = statementOf(parts, row, condition(row));
  const { rows } = await statement.execute(em.getKysely());
  return rows.map((one) => {
    const entities = parts.map((part, at) => merged(em, part, at, one as Record<string, unknown>));
    // The cast: the first part is the noun itself.
    return entities[0] as T;
  });
}
