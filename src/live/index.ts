export {
  type Answering,
  type AnswerRoot,
  AnswerSource,
  failedAnswer,
  type MadeAnswer,
  resolvedAnswer,
} from "./answer-source.js";
export { ChangeSource, type Following } from "./change-source.js";
export { PageMemory } from "./held-pages.js";
export type { LiveContext, OverOptions } from "./live-context.js";
export { LiveGroups } from "./live-groups.js";
export { LiveSpans } from "./live-spans.js";
export type { LiveClient } from "./live-tally.js";
export type { LiveTurn } from "./live-turn.js";
export { type Frame, PageReader, type Section, type Wanted } from "./page-reader.js";
export type { Payload } from "./payload.js";
export { RecentChanges } from "./recent-changes.js";
export { type Due, type LiveStream, type Sink, SinkBefore } from "./sink.js";
