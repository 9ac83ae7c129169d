export { type AnswerRoot, AnswerSource } from "./answer-source.js";
export { ChangeSource, type Following } from "./change-source.js";
export type { LiveContext, OverOptions } from "./live-context.js";
export { LiveGroups } from "./live-groups.js";
export { clientsPerAddress, type LiveClient } from "./live-tally.js";
export { type Frame, PageReader, type Section, type Wanted } from "./page-reader.js";
export type { Payload } from "./payload.js";
export { RecentChanges } from "./recent-changes.js";
export type { Due, LiveStream, Sink } from "./sink.js";
