import "./added-fields.js";

export * from "./enums.js";
export * from "./indicator.js";
export * from "./indicator-inputs.js";
export * from "./indicator-mutations.js";
export * from "./indicator-policy.js";
export * from "./measurement.js";
export * from "./measurement-inputs.js";
export * from "./measurement-mutations.js";
export * from "./measurement-rules.js";
export * from "./measurement-visibility.js";
export * from "./mutations.js";
export * from "./target.js";
export * from "./target-inputs.js";
export * from "./target-mutations.js";
export * from "./totals.js";
