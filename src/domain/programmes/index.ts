export * from "./programme.js";
export * from "./programme-inputs.js";
export * from "./programme-mutations.js";
export * from "./programme-policy.js";
export * from "./programme-service.js";
