import { type QueryExecutorProvider, sql } from "kysely";
import type { ChangeKind, ChangeScope } from "./line.js";

type Columns<T> = { [K in keyof T]-?: Exclude<T[K], undefined> | null };

/** A stored change without its content: its position, subject, use case and scope. */
export interface ChangeOutline extends Columns<ChangeScope> {
  position: number;
  entity: string;
  entityId: string;
  kind: ChangeKind;
  operation: string;
  organisation: string | null;
  /** The names of the fields that an update changed; null of another kind of change. */
  fields: readonly string[] | null;
}

/** The columns of an outline, of the only table of a statement with these names. */
export const outlineColumns = sql`position::float8 as position, entity, entity_id as "entityId", kind,
  operation, organisation_id as organisation, programme_id as programme, plan_id as plan,
  deliberation_id as deliberation, area_id as area, owner,
  case when kind = 'UPDATED' then array(select jsonb_object_keys(diff)) end as fields`;

/** Reads the outlines of the first `limit` changes after a position, in order. */
export async function outlinesAfter(
  database: QueryExecutorProvider,
  position: number,
  limit: number,
): Promise<ChangeOutline[]> {
  const outlines = sql<ChangeOutline>`
    select ${outlineColumns} from ledger_after(${position}, ${limit}) order by position`;
  return (await outlines.execute(database)).rows;
}

/** An outline with the hash of its change, which binds it to the change before. */
export interface LinkedOutline extends ChangeOutline {
  hash: string;
}

/** The first `limit` changes after a position, in order, and the hash that the first continues. */
export async function linkedOutlinesAfter(
  database: QueryExecutorProvider,
  position: number,
  limit: number,
): Promise<{ before: string | undefined; changes: LinkedOutline[] }> {
  const linked = sql<LinkedOutline & { before: string }>`
    select ${outlineColumns}, hash, previous_hash as before from ledger_after(${position}, ${limit})
    order by position`;
  const { rows } = await linked.execute(database);
  return { before: rows[0]?.before, changes: rows.map(({ before: _, ...change }) => change) };
}
