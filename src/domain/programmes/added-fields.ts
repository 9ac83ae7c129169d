import { Connection, sql } from "../../reading/index.js";
import { Region, withinRegion } from "../regions/index.js";
import { Area } from "./area.js";

// Fields that this group adds to nouns of lower groups. Those do not know this group, because
// imports point down only.

Connection(() => Area, {
  by: (region, area) => {
    const part = area.statement.madeRow();
    return sql`exists (select 1 from unnest(${area.column("region_ids")}) as ${part.name}(code)
      where ${withinRegion(part.column("code"), region)})`;
  },
  description: "The areas that have a part in it.",
})(Region.prototype, "areas");
