import { Connection } from "../../reading/index.js";
import { Region, someWithinRegion } from "../regions/index.js";
import { Area } from "./area.js";

// Fields that this group adds to nouns of lower groups. Those do not know this group, because
// imports point down only.

Connection(() => Area, {
  by: (region, area) => someWithinRegion(area.column("region_ids"), region),
  description: "The areas that have a part in it.",
})(Region.prototype, "areas");
