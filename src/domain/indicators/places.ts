import { refuseFaults, type Work } from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region, regionCodeOf } from "../regions/index.js";
import { placeFaults } from "./measurement-rules.js";

/** The place of an input: its region, its area, or neither, which is nationwide. */
export async function placeOf(
  work: Work,
  { regionCode, areaId }: { regionCode?: string | null; areaId?: string | null },
) {
  refuseFaults(placeFaults(regionCode, areaId, "input"));
  return {
    region: regionCode
      ? await work.find(Region, regionCodeOf(regionCode), "input.regionCode")
      : null,
    area: areaId ? await work.find(Area, areaId, "input.areaId") : null,
  };
}
