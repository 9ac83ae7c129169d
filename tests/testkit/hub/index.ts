export * from "./client.js";
export * from "./schema.js";
export * from "./subscriptions.js";
export * from "./test-hub.js";
