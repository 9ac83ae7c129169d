import { sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { MeasurementStatus } from "./enums.js";
import { measurementLifecycle } from "./measurement-status.js";

/** A measurement that was retracted, with what it had before. */
export interface Retracted {
  id: string;
  status: MeasurementStatus;
  reason: string | null;
}

/** The states from which a measurement can be retracted. */
const retractable = Object.values(MeasurementStatus).filter((status) =>
  measurementLifecycle.allowed(status).includes(MeasurementStatus.RETRACTED),
);

/**
 * Retracts many measurements by one statement; those that are retracted already stay. The caller adds the
 * lines of the ledger.
 */
export async function retractMany(
  { em }: Work,
  ids: readonly string[],
  reason: string,
): Promise<Retracted[]> {
  const statement = sql<Retracted>`
    with found as (select id, status, reason from measurement
      where id = any(${ids}::uuid[]) and status::text = any(${retractable}::text[]) for update)
    update measurement m set status = 'RETRACTED', reason = ${reason}, version = m.version + 1
    from found where m.id = found.id returning m.id, found.status, found.reason`;
  return (await statement.execute(em.getKysely())).rows;
}
