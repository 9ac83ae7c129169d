import type { EntityManager } from "@mikro-orm/postgresql";
import { from, type RowRef, rowOf, type Sql, sql } from "../../reading/index.js";
import { Area } from "../programmes/index.js";
import { dateIn, hubZone, type TimeZone, zoneSql } from "../regions/index.js";
import type { Deliberation } from "./deliberation.js";

// The time zone of a meeting is that of the place where it is held (rule 1 of the domain): its dates are
// dates there, and its minutes give all times there. That place is its region; without one, its area's first
// region; without both, the hub's zone counts.

function zoneAt(area: RowRef, regionCode: Sql, areaId: Sql): Sql {
  const first = sql`(select ${zoneSql(sql`(${area.column("region_ids")})[1]`)} from ${area.source}
    where ${area.column("id")} = ${areaId})`;
  return sql`coalesce(${zoneSql(regionCode)}, ${first}, ${sql.lit(hubZone)})`;
}

/** The zone of the meeting of a row. */
export function meetingZone(deliberation: RowRef): Sql {
  const [region, area] = [deliberation.column("region_id"), deliberation.column("area_id")];
  return zoneAt(from(Area, deliberation), region, area);
}

/** The zone of a meeting, and today's date there by this process's clock. */
export async function todayAt(
  em: EntityManager,
  { region, area }: Pick<Deliberation, "region" | "area">,
): Promise<{ timeZone: TimeZone; today: string }> {
  const zone = zoneAt(
    rowOf(Area),
    sql`${region?.code ?? null}::text`,
    sql`${area?.id ?? null}::uuid`,
  );
  const { rows } = await sql<{ timeZone: TimeZone }>`select ${zone} as "timeZone"`.execute(
    em.getKysely(),
  );
  const timeZone = rows[0]?.timeZone ?? hubZone;
  return { timeZone, today: dateIn(timeZone, Date.now()) };
}
