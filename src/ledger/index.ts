export {
  type ArchiveLimit,
  Archiver,
  type ArchiverServices,
} from "./archive/archiver.js";
export { type Archive, archivesOf } from "./archive/archives.js";
export type { KeptLines } from "./archive/kept-lines.js";
export { CommitTraces } from "./commit-traces.js";
export { epochEntity, type Fork, newEpoch, recogniseLedger } from "./epoch.js";
export {
  type FeedCounts,
  type FeedState,
  LedgerFeed,
  type Stretch,
} from "./feed/ledger-feed.js";
export {
  checkPosition,
  checkRetained,
  type Head,
  type Held,
  headOf,
  headStatement,
  headWithin,
  instantAt,
  isRetained,
  lockHead,
  notRetained,
  type RowsOf,
  retained,
  retainedAfter,
  rowsBy,
} from "./head.js";
export {
  type Creation,
  Ledger,
  OptimisticLockError,
  type Recorded,
  UniqueConstraintViolationException,
} from "./ledger.js";
export {
  ChangeKind,
  type ChangeLine,
  type ChangeScope,
  canonicalBody,
  canonicalText,
  chainHash,
  contentHash,
  type FieldDiff,
  textHash,
} from "./line.js";
export { createRows, type NewRow } from "./new-rows.js";
export {
  type ChangeOutline,
  type LinkedOutline,
  outlineColumns,
  outlinesAfter,
} from "./outlines.js";
export { makePartitions, type Partition, partitionsOf } from "./partitions.js";
export { type RecordedTable, type RecordedTables, recordedTables } from "./recorded-tables.js";
export { type Act, ChangeRecorder, type RecordedNoun, storedFields } from "./recorder.js";
export { linesOfRequest, type RequestLine } from "./request-lines.js";
export { StagedLines } from "./staged-lines.js";
export { type HeadFeed, type LedgerConnection, Tail } from "./tail.js";
export { type Verdict, verifyLedger, verifyLedgerWithin, verifyNewest } from "./verify.js";
