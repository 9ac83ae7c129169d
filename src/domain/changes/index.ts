// Classes.

export { Change } from "./change.js";

// Use cases.

export { NodeResolver } from "./node-resolver.js";
export { linesOfAdoptions, SubscriptionResolver } from "./subscription-resolver.js";
