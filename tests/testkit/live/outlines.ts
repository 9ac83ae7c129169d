import type pg from "pg";
import type { ChangeOutline } from "../../../src/ledger/index.js";

/** The outlines of all changes. */
export async function outlineOf(database: pg.Pool): Promise<ChangeOutline[]> {
  const { rows } = await database.query<ChangeOutline>(
    `select position::float8 as position, entity, entity_id as "entityId", kind, operation,
       organisation_id as organisation, programme_id as programme, plan_id as plan,
       deliberation_id as deliberation, area_id as area, owner,
       case when kind = 'UPDATED' then array(select jsonb_object_keys(diff)) end as fields
     from change order by position`,
  );
  return rows;
}
