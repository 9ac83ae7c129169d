export * from "./client.js";
export * from "./hub.js";
export * from "./streams.js";
export * from "./schema.js";
