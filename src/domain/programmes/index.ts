import "./added-fields.js";

export * from "./area.js";
export * from "./area-inputs.js";
export * from "./area-mutations.js";
export * from "./mutations.js";
export * from "./programme.js";
export * from "./programme-inputs.js";
export * from "./programme-mutations.js";
export * from "./programme-policy.js";
export * from "./programme-visibility.js";
