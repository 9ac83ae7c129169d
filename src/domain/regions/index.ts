// Classes.

export { Region } from "./region.js";
export { RegionCatalogue } from "./region-catalogue.js";

// Enumerations and lifecycles.

export { codeLength, RegionLevel } from "./region.js";
export { TimeZone } from "./time-zone.js";

// Use cases.

export { loadRegions } from "./region-load.js";

// Policies, filters and rules.

export { isRegionCode, regionCodeOf, withinRegion } from "./region-code.js";
export { namesRegion } from "./region-name.js";
export { dateIn, hubZone, ianaNames, provincesOf, zoneOf, zoneSql } from "./time-zone.js";
