import type { EntityManager, EntityName } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { ChangeKind, type ChangeLine, type ChangeScope } from "./line.js";
import { diffOfCreation, recordedOn } from "./recorder.js";

/** A new row of a recorded noun. */
export interface NewRow {
  id: string;
  /** The values of its fields; a reference is the id. The others have the defaults of their columns. */
  values: Readonly<Record<string, unknown>>;
  /** What the ledger files its change under. */
  scope: ChangeScope;
}

/**
 * Creates rows of one noun, all with the same fields, by one statement and without the unit of work, which
 * would take most of the time of a table with many thousands of rows. Each has its line, as by the recorder.
 */
export async function createRows<T extends object>(
  em: EntityManager,
  target: EntityName<T>,
  rows: readonly NewRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  // The cast: the metadata of any entity has no known property names.
  const meta = em.getMetadata().get(target as EntityName<Record<string, unknown>>);
  const { className: entity, tableName, properties } = meta;
  const columnOf = (name: string) => properties[name]?.fieldNames[0] ?? name;
  const names = Object.keys(first.values).map((name) => [name, columnOf(name)] as const);
  const stored = rows.map(({ id, values }) =>
    Object.fromEntries([["id", id], ...names.map(([name, column]) => [column, values[name]])]),
  );
  const columns = sql.join(
    ["id", ...names.map(([, column]) => column)].map((name) => sql.ref(name)),
  );
  const insert = sql`insert into ${sql.table(tableName)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(tableName)}, ${JSON.stringify(stored)}::json)`;
  const platform = em.getPlatform();
  await insert.execute(em.getKysely()).catch((error) => {
    // A broken constraint is the same error as from the unit of work.
    throw platform.getExceptionConverter().convertException(error);
  });
  const { act, lines } = recordedOn(em);
  const at = new Date().toISOString();
  for (const { id, values, scope } of rows) {
    const diff = diffOfCreation(properties, platform, values);
    const line: ChangeLine = {
      at,
      ...act,
      entity,
      entityId: id,
      kind: ChangeKind.CREATED,
      diff,
      ...scope,
    };
    lines.push(line);
  }
}
