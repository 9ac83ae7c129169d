import {
  type Class,
  Connection,
  from,
  type RowRef,
  type Sql,
  seenByAll,
  sql,
} from "../../reading/index.js";
import { Action } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Region, withinRegion } from "../regions/index.js";
import { Indicator } from "./indicator.js";
import { Measurement } from "./measurement.js";
import { visibleMeasurement } from "./measurement-visibility.js";
import { Target } from "./target.js";

// Fields that this group adds to nouns of lower groups. Those do not know this group, because
// imports point down only.

/**
 * The ids of the indicators that have a visible figure for an area, or for a region that lies in
 * it.
 */
function indicatorsIn(
  figures: Class,
  id: Sql,
  near: RowRef,
  visible: (figure: RowRef) => Sql,
): Sql {
  const ofArea = from(figures, near);
  const ofRegion = from(figures, near);
  const area = from(Area, near);
  const part = near.statement.madeRow();
  const found = near.statement.madeRow();
  return sql`
    select ${ofArea.column("indicator_id")} from ${ofArea.source}
    where ${ofArea.column("area_id")} = ${id} and ${visible(ofArea)}
    union select ${found.column("indicator_id")} from ${area.source}
      cross join lateral unnest(${area.column("region_ids")}) as ${part.name}(code)
      cross join lateral (select distinct ${ofRegion.column("indicator_id")} from ${ofRegion.source}
        where ${withinRegion(ofRegion.column("region_id"), part.column("code"))}
          and ${visible(ofRegion)}) as ${found.name}
      where ${area.column("id")} = ${id}`;
}

Connection(() => Indicator, {
  by: (area, indicator, scope) => {
    const measured = indicatorsIn(Measurement, area, indicator, (row) =>
      visibleMeasurement(scope, row),
    );
    const targeted = indicatorsIn(Target, area, indicator, seenByAll);
    return sql`${indicator.column("id")} = any(array(${measured} union ${targeted}))`;
  },
  singular: "indicator",
  description: "The indicators measured or targeted for the area, or for a region that lies in it.",
})(Area.prototype, "indicators");

Connection(() => Indicator, {
  by: "programme",
  singular: "indicator",
  description: "The indicators that show the programme's results.",
})(Programme.prototype, "indicators");

Connection(() => Measurement, {
  by: "region",
  description: "The measurements of the region itself; for its parts see `Indicator.byRegion`.",
})(Region.prototype, "measurements");

Connection(() => Measurement, {
  by: "area",
  singular: "measurement",
  description: "The measurements of the area itself; for its regions see `Indicator.byArea`.",
})(Area.prototype, "measurements");

Connection(() => Measurement, {
  by: "action",
  singular: "measurement",
  description: "The measurements of its effect.",
})(Action.prototype, "measurements");
