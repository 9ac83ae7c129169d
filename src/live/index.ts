export { ChangeSource, type Following } from "./change-source.js";
export type { Payload } from "./group.js";
export { type LiveContext, LiveGroups } from "./live-groups.js";
