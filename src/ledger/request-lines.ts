import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { checkRetained, headOf } from "./head.js";
import type { ChangeKind, ChangeScope, FieldDiff } from "./line.js";

/** A line of a request, as it was appended. */
export interface RequestLine extends ChangeScope {
  position: string;
  entity: string;
  entityId: string;
  kind: ChangeKind;
  diff: Record<string, FieldDiff>;
}

/** Number of lines that are read together. */
const batchLines = 1000;

/**
 * The lines of the request that created a subject, in batches, before the line of the subject itself. The
 * lines of one request are adjacent and have one hash of its content. CURSOR_EXPIRED where some of them were
 * archived.
 */
export async function* linesOfRequest(
  em: EntityManager,
  id: string,
): AsyncGenerator<RequestLine[]> {
  const bounds = sql<{ first: string; last: string }>`
    select created.position as last, coalesce((select max(position) from change_known
        where position < created.position and request is distinct from created.request), 0) as first
    from change_known created where created.entity_id = ${id} and created.kind = 'CREATED'
    order by created.position limit 1`;
  const [range] = (await bounds.execute(em.getKysely())).rows;
  if (range) checkRetained(Number(range.first), await headOf(em.getKysely()));
  for (let after = range?.first; range && after !== undefined; ) {
    const batch = sql<RequestLine>`
      select position, entity, entity_id as "entityId", kind, diff, programme_id as programme,
        plan_id as plan, deliberation_id as deliberation, area_id as area, owner
      from change where position > ${after} and position < ${range.last}
      order by position limit ${batchLines}`;
    const { rows } = await batch.execute(em.getKysely());
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.position;
  }
}
