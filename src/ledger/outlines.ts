import { type QueryExecutorProvider, sql } from "kysely";
import type { ChangeScope } from "./line.js";

type Columns<T> = { [K in keyof T]-?: Exclude<T[K], undefined> | null };

/** A stored change without its content: its position, the noun of its subject and its scope. */
export interface ChangeOutline extends Columns<ChangeScope> {
  position: number;
  entity: string;
}

/** Reads the outlines of the first `limit` changes after a position, in order. */
export async function outlinesAfter(
  database: QueryExecutorProvider,
  position: number,
  limit: number,
): Promise<ChangeOutline[]> {
  const outlines = sql<ChangeOutline>`
    select position::float8 as position, entity, programme_id as programme, plan_id as plan,
      deliberation_id as deliberation, area_id as area, owner
    from change where position > ${position} order by position limit ${limit}`;
  return (await outlines.execute(database)).rows;
}
