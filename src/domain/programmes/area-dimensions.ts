import type { Class } from "../../reading/index.js";
import { commonRegionAt, RegionDimensions } from "../regions/index.js";

/** The dimensions of region of a noun whose rows belong to an area: `path` leads to it, as `plan.area`. */
export const AreaRegions = (path: string): ((target: Class) => void) =>
  RegionDimensions("its area", (site, level) =>
    site.once(level, path, (area) => commonRegionAt(area.row.column("region_ids"), level)),
  );
