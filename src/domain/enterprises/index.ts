import "./added-fields.js";

export * from "./enterprise-group.js";
export * from "./enterprise-inputs.js";
export * from "./enterprise-policy.js";
export * from "./enterprise-rules.js";
export * from "./enterprise-visibility.js";
export * from "./enums.js";
export * from "./group-measurement.js";
export * from "./group-measurement-mutations.js";
export * from "./group-mutations.js";
export * from "./mutations.js";
export * from "./result-inputs.js";
export * from "./support.js";
export * from "./support-mutations.js";
