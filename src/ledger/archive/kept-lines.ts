import { type RawBuilder, sql } from "kysely";
import type { RowsOf } from "../head.js";
import type { Archive } from "./archives.js";

/**
 * Lines that a rule asks for, also when their partition is archived: they are kept with some of their fields,
 * and `change_known` has them.
 */
export interface KeptLines {
  /** The condition that a line is one of them, over the columns of `change` by their names. */
  lines: RawBuilder<unknown>;
  /** The fields of their diffs that the rule reads. */
  fields: readonly string[];
}

/**
 * Keeps what rules ask of a partition's lines, and moves the ledger's horizon behind it: in one transaction,
 * which the caller has begun. Every creation is kept, so that a repeated one is known and an id leads to its
 * noun, and the last line, by which the next one's neighbours are known.
 */
export async function keepLines(
  rows: RowsOf,
  { first, last, partition }: Archive,
  kept: readonly KeptLines[],
): Promise<void> {
  const lines = sql.table(partition);
  const isKept = sql.join(
    kept.map((one) => sql`(${one.lines})`),
    sql` or `,
  );
  const fields = [...new Set(kept.flatMap((one) => one.fields))];
  await rows(sql`
    with creation as (
      select position, last_position, lines from (
        select position, kind, max(position) over (partition by request, position - place) as last_position,
          count(*) over (partition by entity_id) as lines
        from (select position, kind, request, entity_id,
            row_number() over (partition by request order by position) as place
          from ${lines}) as numbered) as line
      where kind = 'CREATED')
    insert into change_kept (position, at, actor, user_id, organisation_id, operation, entity, entity_id,
      kind, diff, deliberation_id, request, request_end, lines)
    select position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind,
      (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(diff)
        where key = any(${fields}::text[])),
      deliberation_id, request,
      case when creation.last_position < ${last} then creation.last_position
        when creation.last_position = ${last} then coalesce((select min(position) - 1 from change as next
          where next.position > ${last} and next.request is distinct from line.request),
          (select position from ledger_head)) end,
      coalesce(creation.lines, 0)
    from ${lines} as line left join creation using (position)
    where line.kind = 'CREATED' or line.position = ${last} or ${isKept}`);
  await rows(sql`
    update change_kept as kept set lines = kept.lines + later.lines
    from (select entity_id, count(*) as lines from ${lines} group by entity_id) as later
    where kept.entity_id = later.entity_id and kept.kind = 'CREATED' and kept.position < ${first}`);
  await rows(sql`
    update ledger_archive set horizon = pg_current_xact_id() where first_position = ${first}`);
  // Last: every writer waits for this row until the transaction ends.
  await rows(sql`update ledger_head set retained_from = ${last}`);
}
