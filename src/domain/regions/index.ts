export * from "./area.js";
export * from "./area-inputs.js";
export * from "./area-mutations.js";
export * from "./area-service.js";
export * from "./region.js";
export * from "./region-catalogue.js";
export * from "./region-code.js";
export * from "./region-load.js";
