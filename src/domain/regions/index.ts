// Classes.

export { Region } from "./region.js";
export { RegionCatalogue } from "./region-catalogue.js";

// Enumerations and lifecycles.

export { RegionLevel } from "./region.js";

// Use cases.

export { loadRegions } from "./region-load.js";

// Policies, filters and rules.

export { isRegionCode, withinRegion } from "./region-code.js";
