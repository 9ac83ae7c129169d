// Classes.

export { Region } from "./region.js";
export { RegionCatalogue } from "./region-catalogue.js";
export { RegionDimensions } from "./region-dimensions.js";

// Enumerations and lifecycles.

export { codeLength, RegionLevel } from "./region.js";
export { TimeZone } from "./time-zone.js";

// Use cases.

export {
  boundaryContent,
  boundaryTag,
  isBoundaryLevel,
  type LoadedBoundaries,
  loadBoundaries,
} from "./boundaries/boundaries.js";
export {
  type CodeSystem,
  codeSystems,
  hasCodes,
  loadOtherCodes,
  namesakes,
  regionNamesOf,
  regionsByOtherCode,
} from "./other-codes.js";
export { loadRegions } from "./region-load.js";

// Policies, filters and rules.

export { commonRegionAt, levelsUpwards, regionAt, smallestRegion } from "./region-at.js";
export {
  digitsOf,
  isRegionCode,
  regionCodeOf,
  someWithinRegion,
  withinRegion,
} from "./region-code.js";
export { isNearName, namesRegion } from "./region-name.js";
export { dateIn, hubZone, ianaNames, provincesOf, zoneOf, zoneSql } from "./time-zone.js";
