export * from "./client.js";
export * from "./hub.js";
export * from "./schema.js";
export * from "./streams.js";
