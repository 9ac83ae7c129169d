export { ChangeSource, type Following } from "./change-source.js";
export { type LiveContext, LiveGroups } from "./live-groups.js";
export { clientsPerAddress, type LiveClient } from "./live-tally.js";
export type { Payload } from "./page-reader.js";
